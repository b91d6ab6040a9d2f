import { statfsSync } from 'node:fs';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, type Shop, startShop } from '../fixture/shop.suite.ts';
import { request } from '../http/testing/request.suite.ts';
import { MESSAGES } from './messages.ts';
import type { inspectorState } from './state.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await startShop();
}, 60_000);
afterAll(() => shop?.stop());

type State = ReturnType<typeof inspectorState>;
const state = async () => (await (await fetch(`${shop.address}/local/state.json`)).json()) as State;
const act = (name: string, input: object, headers: Record<string, string> = {}) =>
  request(`${shop.address}/local/actions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });
const publish = (DetailType: string, detail: object, Source = 'shop.orders') =>
  new EventBridgeClient(shop.operator).send(
    new PutEventsCommand({
      Entries: [
        { EventBusName: shop.resource('Shop/Bus').name, Source, DetailType, Detail: JSON.stringify(detail) },
      ],
    }),
  );

it('the cloud says how much the disk still takes', async () => {
  const { bavail, bsize, blocks } = statfsSync(shop.data);
  const { freeBytes } = (await (await fetch(`${shop.address}/local/room.json`)).json()) as {
    freeBytes: number;
  };
  expect(freeBytes).toBeGreaterThan(0);
  // Others use the same disk meanwhile.
  expect(Math.abs(freeBytes - bavail * bsize)).toBeLessThan((blocks * bsize) / 10);
});

describe('the page', () => {
  it.each(['vi', 'en'] as const)('speaks %s and loads nothing from elsewhere', async (language) => {
    const page = await request(`${shop.address}/local?lang=${language}`);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).toContain(MESSAGES[language].title);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).not.toMatch(/(?:src|href)="https?:/);
  });

  it('has its script and its style', async () => {
    for (const file of ['inspector.js', 'sections.js', 'inspector.css'])
      expect((await fetch(`${shop.address}/local/${file}`)).status).toBe(200);
    expect((await fetch(`${shop.address}/local/inspector.ts`)).status).toBe(404);
  });

  it('has a word in both languages for whatever it says', () => {
    expect(Object.keys(MESSAGES.en).sort()).toEqual(Object.keys(MESSAGES.vi).sort());
  });
});

describe('the state', () => {
  it('shows an event with its consumers, and the function that ran', async () => {
    await publish('OrderPlaced', { id: 'SEEN', quantity: 1, metadata: { eventId: 'e-1' } });
    await shop.settle(10_000);
    const { events, functions, tables, pending } = await state();
    expect(events[0]).toMatchObject({ detailType: 'OrderPlaced', source: 'shop.orders', eventId: 'e-1' });
    expect(events[0]?.deliveries).toEqual([
      { consumer: 'Shop/OrderPlaced', state: 'delivered', attempts: expect.any(Number) },
    ]);
    expect(functions.find(({ label }) => label === 'Shop/Count')).toMatchObject({
      invocations: 1,
      errors: 0,
      coldStarts: 1,
    });
    expect(tables[0]?.writeUnits).toBeGreaterThan(0);
    expect(pending).toBe(0);
  });

  it('says whose failures a queue holds', async () => {
    const { queues } = await state();
    expect(queues.find(({ label }) => label === 'Shop/WorkDead')).toMatchObject({
      deadLetters: true,
      deadLettersOf: ['Shop/Work'],
    });
    expect(queues.find(({ label }) => label === 'Shop/Work')?.deadLetters).toBe(false);
  });
});

describe('the buttons', () => {
  const queueNamed = async (label: string) => (await state()).queues.find((queue) => queue.label === label);

  it('look into a queue, and send its dead letters again', async () => {
    const sqs = new SQSClient(shop.operator);
    await sqs.send(new SendMessageCommand({ QueueUrl: shop.outputs.WorkUrl, MessageBody: 'bad news' }));
    const dead = await eventually(async () => {
      const queue = await queueNamed('Shop/WorkDead');
      return queue?.waiting === 1 ? queue : undefined;
    });
    expect((await act('peek', { queue: dead.name })).body).toContain('bad news');
    expect(JSON.parse((await act('redrive', { queue: dead.name })).body)).toEqual({ moved: 1 });
    await eventually(async () => ((await queueNamed('Shop/WorkDead'))?.waiting === 1 ? true : undefined));
  });

  it('send an event again to the target that a rule could not reach', async () => {
    await publish('Closed', { id: 'SHUT' });
    await shop.settle(10_000);
    const dead = await queueNamed('Shop/RuleDead');
    expect(dead?.waiting).toBe(1);
    const refused = await act('redrive', { queue: dead?.name ?? '' });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('may not perform sqs:SendMessage');
  });

  it('run a schedule, replay an archive and show logs', async () => {
    const { schedules, archives, functions } = await state();
    expect((await act('run-schedule', { schedule: schedules[0]?.name ?? '' })).status).toBe(200);
    expect((await act('replay', { archive: archives[0]?.name ?? '' })).status).toBe(200);
    await shop.settle(10_000);
    const count = functions.find(({ label }) => label === 'Shop/Count');
    expect(
      (await state()).functions.find(({ label }) => label === 'Shop/Count')?.invocations,
    ).toBeGreaterThan(count?.invocations ?? 0);
    expect((await act('logs', { function: count?.name ?? '' })).status).toBe(200);
  });

  it('refuse what they do not know', async () => {
    expect((await act('run-schedule', { schedule: 'never' })).status).toBe(404);
    expect((await act('peek', {})).status).toBe(400);
    expect((await act('peek', { queue: 'nowhere' })).status).toBe(409);
  });

  it('cannot be pressed by another site', async () => {
    const queue = shop.resource('Shop/WorkDead').name;
    expect((await act('redrive', { queue }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await act('redrive', { queue }, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await act('redrive', { queue }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(
      (await act('redrive', { queue }, { origin: shop.address, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });
});

describe('the one address', () => {
  it.each(['/', '/local', '/local/state.json', '/v1/ping'])('%s answers to no other name', async (path) => {
    const { port } = new URL(shop.address);
    for (const host of [`evil.example:${port}`, '127.0.0.1:1', `127.0.0.1.evil.example:${port}`])
      expect((await request(`${shop.address}${path}`, { headers: { host } })).status).toBe(403);
  });

  it('sends localhost on to 127.0.0.1, so that there is one origin', async () => {
    const { port } = new URL(shop.address);
    const answer = await request(`${shop.address}/v1/ping?a=1`, { headers: { host: `localhost:${port}` } });
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe(`${shop.address}/v1/ping?a=1`);
  });
});
