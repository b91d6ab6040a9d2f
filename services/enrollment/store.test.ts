import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { cancelEnrolment } from './commands/cancel-enrolment.ts';
import { enrol } from './commands/enrol.ts';
import { recordResult } from './commands/record-result.ts';
import { CourseStore } from './course-store.ts';
import { EnrolmentStore } from './store.ts';

const at = '2026-11-23T02:00:00.000Z';
const cause = { actor: 'system', at, correlationId: 'test', causationId: 'test' };

let service: ServiceTable;
let enrolments: EnrolmentStore;
let courses: CourseStore;

beforeAll(async () => {
  service = await startServiceTable();
  enrolments = new EnrolmentStore(service.db, service.table);
  courses = new CourseStore(service.db, service.table);
});
afterAll(() => service.stop());

async function openRun(seats: number): Promise<string> {
  const runId = ulid();
  const run = {
    runId,
    courseId: ulid(),
    code: 'L1',
    mode: 'online',
    seats,
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
  } as const;
  const outbox = { outboxId: `${runId}-1`, outbox: [] };
  const request = { actor: 'system', route: 'open-run', key: runId, at };
  await courses.saveRun({ ...run, taken: 0, waiting: 0, open: true }, outbox, request);
  return runId;
}

const take = async (runId: string, personId: string, requestKey = ulid()) => {
  const input = { runId, personId, enrolmentId: ulid(), at, requestKey };
  const outcome = await retryOnConflict(() => enrol(enrolments, input, cause));
  return outcome ?? expect.fail('three races lost');
};
const giveUp = async (runId: string, personId: string) => {
  for (;;) {
    const outcome = await retryOnConflict(() => cancelEnrolment(enrolments, { runId, personId }, cause));
    if (outcome) return outcome;
  }
};

describe('a rush for seats', () => {
  it('gives exactly the seats there are, and the queue to everybody else in one order', async () => {
    const runId = await openRun(10);
    const people = Array.from({ length: 40 }, (_, i) => `person-${i}`);
    const outcomes = await Promise.all(people.map((person) => take(runId, person)));
    expect(outcomes.filter((one) => one.kind === 'confirmed')).toHaveLength(10);
    expect(outcomes.filter((one) => one.kind === 'waitlisted')).toHaveLength(30);
    expect(await enrolments.findRun(runId)).toMatchObject({ taken: 10, waiting: 30 });
    const { enrolments: all } = (await enrolments.listRunEnrolments(runId)) as {
      enrolments: { ticket?: number }[];
    };
    const tickets = all.flatMap((one) => one.ticket ?? []);
    expect(new Set(tickets).size).toBe(30);
  });

  it('answers a repeated request with the enrolment it made, and a second request with a refusal', async () => {
    const runId = await openRun(5);
    const [first, again] = await Promise.all([
      take(runId, 'hanh', 'key-0001'),
      take(runId, 'hanh', 'key-0001'),
    ]);
    expect(again).toEqual(first);
    expect(await take(runId, 'hanh', 'key-0002')).toEqual({ kind: 'refused', reason: 'already-enrolled' });
    expect((await enrolments.findRun(runId))?.taken).toBe(1);
  });

  it('hands a seat that is given up on once, to the first in the queue, while others arrive', async () => {
    const runId = await openRun(3);
    for (let i = 0; i < 8; i += 1) await take(runId, `p${i}`);
    await Promise.all([
      giveUp(runId, 'p0'),
      giveUp(runId, 'p1'),
      take(runId, 'late-1'),
      take(runId, 'late-2'),
    ]);
    const run = await enrolments.findRun(runId);
    expect(run).toMatchObject({ taken: 3, waiting: 5 });
    for (const who of ['p2', 'p3', 'p4'])
      expect((await enrolments.findEnrolment(runId, who))?.status).toBe('confirmed');
    expect(await giveUp(runId, 'p0')).toEqual({ kind: 'refused', reason: 'not-found' });
  });

  it('leaves the queue without touching seats', async () => {
    const runId = await openRun(1);
    for (const who of ['an', 'bình', 'chi']) await take(runId, who);
    await giveUp(runId, 'bình');
    expect(await enrolments.findRun(runId)).toMatchObject({ taken: 1, waiting: 1 });
    await giveUp(runId, 'an');
    expect((await enrolments.findEnrolment(runId, 'chi'))?.status).toBe('confirmed');
    expect(await enrolments.findRun(runId)).toMatchObject({ taken: 1, waiting: 0 });
  });
});

describe('a result that comes by event', () => {
  it('completes once under duplicates in parallel and keeps the best mark', async () => {
    const runId = await openRun(1);
    await take(runId, 'hanh');
    const deliver = (scoreHundredths: number) =>
      retryOnConflict(() =>
        recordResult(
          enrolments,
          { runId, personId: 'hanh' },
          { scoreHundredths, passed: true, provisional: false, at },
          cause,
        ),
      );
    const outcomes = await Promise.all([deliver(700), deliver(700)]);
    expect(outcomes.sort()).toEqual(['completed', 'unchanged']);
    expect(await deliver(650)).toBe('unchanged');
    expect(await deliver(950)).toBe('improved');
    expect(await enrolments.findEnrolment(runId, 'hanh')).toMatchObject({
      status: 'completed',
      resultHundredths: 950,
      version: 3,
    });
  });
});

it('gives a cancelled seat back to nobody who only repeats the request that took it', async () => {
  const runId = await openRun(1);
  const requestKey = ulid();
  await take(runId, 'lan', requestKey);
  await giveUp(runId, 'lan');
  expect(await take(runId, 'lan', requestKey)).toMatchObject({ enrolment: { status: 'cancelled' } });
  expect(await enrolments.findRun(runId)).toMatchObject({ taken: 0 });
  expect(await take(runId, 'lan')).toMatchObject({ kind: 'confirmed', enrolment: { status: 'confirmed' } });
});
