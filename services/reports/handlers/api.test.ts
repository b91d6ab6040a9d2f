import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import {
  pointHandlersAt,
  type ServiceTable,
  startServiceTable,
} from '../../../tests/support/service-table.ts';
import { countEvent } from '../commands/count-event.ts';
import { reportRoutes } from '../contract.ts';
import { publicFigures } from '../domain/public-figures.ts';
import { ReportStore } from '../store.ts';

const director = { personId: ulid(), roles: ['director'] } as const;
const at = '2026-11-23T02:00:00.000Z';
let service: ServiceTable;
let handler: unknown;

beforeAll(async () => {
  service = await startServiceTable();
  pointHandlersAt(service, { REPORT_BUCKET: 'reports' });
  ({ handler } = await import('./api.ts'));
});
afterAll(() => service.stop());

const put = (code: string, value: number | null, version: number, when = at, by = director.personId) =>
  call(handler, reportRoutes.putTarget, {
    actor: { ...director, personId: by },
    params: { code },
    body: { value, version },
    at: when,
  });
const targetsOn = async (when = at) =>
  (await call(handler, reportRoutes.getOverview, { actor: director, at: when })).body?.targets;

describe('a target', () => {
  it('is set, changed and taken back against the version that was read', async () => {
    expect(await put('enrolments-confirmed', 200, 0)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await put('enrolments-confirmed', 300, 0)).toMatchObject({
      status: 409,
      body: { code: 'target-changed' },
    });
    expect(await targetsOn()).toMatchObject([{ code: 'enrolments-confirmed', value: 200, version: 1 }]);
    expect((await put('enrolments-confirmed', 250, 1)).status).toBe(200);
    expect((await put('enrolments-confirmed', null, 2)).status).toBe(200);
    expect((await put('enrolments-confirmed', 260, 1)).status).toBe(409);
    expect(await targetsOn()).toMatchObject([{ value: null, version: 3 }]);
  });

  it('is set already when the same wish comes again, and not when another has followed', async () => {
    const first = await put('people-registered', 40, 0);
    expect(await put('people-registered', 40, 0, '2026-11-23T02:00:05.000Z')).toMatchObject({
      status: 200,
      body: first.body as object,
    });
    await put('people-registered', 50, 1);
    expect((await put('people-registered', 40, 0)).status).toBe(409);
    expect((await put('people-registered', 50, 1, at, ulid())).status).toBe(409);
  });

  it('is set once when two desks set it at the same moment', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map((value) => put('runs-completed', value, 0)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('belongs to its school year', async () => {
    await put('attempts-passed', 500, 0);
    expect(await targetsOn('2027-08-01T02:00:00.000Z')).toEqual([]);
    expect((await put('attempts-passed', 700, 0, '2027-08-01T02:00:00.000Z')).status).toBe(200);
  });

  it('of a percentage ends at 100, and what is no figure has none', async () => {
    expect((await put('class-completion', 60, 0)).status).toBe(200);
    expect((await put('class-completion', 101, 1)).status).toBe(422);
    expect((await put('enrolments-waitlisted', 10, 0)).status).toBe(422);
    expect((await put('runs-completed', 0, 1)).status).toBe(422);
  });
});

describe('the public figures', () => {
  it('come without a sign-in, may be kept for a minute, and name the last event', async () => {
    const store = new ReportStore(service.db, service.table);
    const before = await call(handler, reportRoutes.getPublicFigures, { at: '2027-09-01T00:00:00.000Z' });
    expect(before.body).toMatchObject({ schoolYear: '2027-2028' });
    expect(before.body).not.toHaveProperty('watermark');
    for (let n = 0; n < 52; n += 1)
      await countEvent(
        store,
        { eventId: `e${n}`, occurredAt: at, detailType: 'EnrolmentConfirmed.v1', data: {} },
        at,
      );
    const answer = await call(handler, reportRoutes.getPublicFigures, { at });
    expect(answer).toMatchObject({ status: 200, body: { schoolYear: '2026-2027', watermark: at } });
    expect(answer.headers?.['cache-control']).toBe('public, max-age=60');
    expect(answer.body?.figures).toContainEqual({ code: 'enrolments-confirmed', value: 52, withheld: false });
    expect(answer.body?.figures).toContainEqual({ code: 'runs-completed', value: null, withheld: false });
  });

  it('never say a number of fewer than ten people, and never 0 for "no data"', () => {
    const fewest = fc.constantFrom(
      ...Object.entries({ 'people-registered': 10, 'enrolments-confirmed': 50, 'runs-completed': 50 }),
    );
    fc.assert(
      fc.property(fewest, fc.integer({ min: 0, max: 80 }), ([code, least], n) => {
        const shown = publicFigures({ values: { [code]: n } }).find((one) => one.code === code);
        expect(shown).toEqual({ code, value: n < least ? null : n, withheld: n < least });
      }),
    );
    expect(publicFigures(undefined).every(({ value, withheld }) => value === null && !withheld)).toBe(true);
    expect(
      publicFigures({ values: { 'enrolments-confirmed': 10, 'runs-completed': 10, 'attempts-passed': 400 } })
        .map(({ value }) => value)
        .every((value) => value === null),
      'two people with five courses each and any number of quizzes are ten of no people',
    ).toBe(true);
    expect(publicFigures({ values: { 'recordings-ready': 1 } })).toContainEqual({
      code: 'recordings-ready',
      value: 1,
      withheld: false,
    });
  });
});
