import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { call } from '../../tests/support/api-event.ts';
import { MAX_BODY_BYTES } from './parse-request.ts';
import { refuse } from './problem.ts';
import { defineProblems } from './problems.ts';
import { serviceApi } from './service-api.ts';

const routes = {
  pour: route({
    method: 'POST',
    path: '/v1/cups/{cupId}/pours',
    roles: ['learner'],
    summary: 'Pour tea',
    params: z.object({ cupId: z.string().max(5) }),
    body: z.strictObject({ millilitres: z.int().min(1).max(300) }),
    answers: { 201: z.object({ millilitres: z.int() }) },
  }),
  look: route({
    method: 'GET',
    path: '/v1/cups',
    roles: 'public',
    summary: 'Look',
    answers: { 200: z.object({}) },
  }),
};
const problems = defineProblems({ 'cup-full': { status: 409, vi: 'Tách đã đầy.', en: 'The cup is full.' } });
const learner = { personId: 'hanh', roles: ['learner'] } as const;

let poured = 0;
const handler = serviceApi(routes, problems, {
  pour: async ({ body, params }) => {
    poured += 1;
    if (params.cupId === 'full') return refuse('cup-full');
    if (params.cupId === 'busy') throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    if (params.cupId === 'bug') throw new Error('secret detail');
    return { status: 201, body: { ...body, answerKey: 'never leaves' } };
  },
  look: async () => ({ status: 200, body: {} }),
});
const pour = (cupId: string, body: unknown, extra = {}) =>
  call(handler, routes.pour, { actor: learner, params: { cupId }, body, ...extra });

describe('a service’s API', () => {
  it('lets nothing out that the answer does not declare', async () => {
    expect(await pour('a', { millilitres: 50 })).toMatchObject({ status: 201, body: { millilitres: 50 } });
    expect((await pour('a', { millilitres: 50 })).body).not.toHaveProperty('answerKey');
  });

  it('names every faulty field and calls nothing', async () => {
    const before = poured;
    const answer = await pour('too-long-id', { millilitres: 'much', sugar: true });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const pointers = ((answer.body?.errors ?? []) as { pointer: string }[]).map((error) => error.pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/params/cupId', '/body/millilitres', '/body']));
    expect(poured).toBe(before);
  });

  it('refuses an unreadable, an oversize and a missing body', async () => {
    const tooLarge = { millilitres: 1, note: 'x'.repeat(MAX_BODY_BYTES) };
    expect((await pour('a', tooLarge)).status).toBe(413);
    expect((await pour('a', undefined)).status).toBe(422);
    expect(
      (await call(handler, routes.pour, { actor: learner, params: { cupId: 'a' }, body: '{' })).status,
    ).toBe(422);
  });

  it('denies by default', async () => {
    const before = poured;
    expect(
      (await call(handler, routes.pour, { params: { cupId: 'a' }, body: { millilitres: 1 } })).status,
    ).toBe(401);
    const teacher = { personId: 't', roles: ['teacher'] } as const;
    expect((await pour('a', { millilitres: 1 }, { actor: teacher })).status).toBe(403);
    expect((await call(handler, routes.look)).status).toBe(200);
    expect(poured).toBe(before);
  });

  it('speaks Vietnamese, and English when asked first', async () => {
    expect((await pour('full', { millilitres: 1 })).body).toMatchObject({
      code: 'cup-full',
      title: 'Tách đã đầy.',
    });
    const english = await pour('full', { millilitres: 1 }, { headers: { 'accept-language': 'en,vi;q=0.5' } });
    expect(english.body).toMatchObject({
      title: 'The cup is full.',
      status: 409,
      type: '/problems/cup-full',
    });
  });

  it('turns a busy store into 503 and a bug into 500 that tells no secret', async () => {
    const busy = await pour('busy', { millilitres: 1 });
    expect(busy).toMatchObject({ status: 503, body: { code: 'try-again' } });
    expect(busy.headers['retry-after']).toBe('1');
    const bug = await pour('bug', { millilitres: 1 });
    expect(bug).toMatchObject({ status: 500, body: { code: 'internal', traceId: 'request-1' } });
    expect(JSON.stringify(bug.body)).not.toContain('secret');
  });

  it('answers a route that is not in the contract with 404', async () => {
    expect((await call(handler, { ...routes.look, path: '/v1/pots' })).status).toBe(404);
  });
});
