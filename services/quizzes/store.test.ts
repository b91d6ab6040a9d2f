import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { AttemptSubmittedV1 } from '#events/quizzes/attempt-submitted.v1.ts';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { settleAttempt } from './commands/close-attempt.ts';
import { sweepOverdue } from './commands/sweep-overdue.ts';
import { after, causeOf, QuizWorld, START, statements } from './quiz-world.suite.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

/** Every stored item whose sort key begins so. */
const stored = async (prefix: string, personId: string) => {
  const { db, table } = world.service;
  const { Items = [] } = await db.send(
    new ScanCommand({
      TableName: table,
      FilterExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `PERSON#${personId}`, ':prefix': prefix },
    }),
  );
  return Items;
};
const attemptsOf = async (personId: string) =>
  (await stored('ATTEMPT#', personId)).filter((item) => 'attemptNo' in item);

test('fifty concurrent starts open exactly one attempt, and all of them get it', async () => {
  const quiz = await world.publish({ attemptsAllowed: 20 });
  const personId = await world.enrolled(quiz);
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => world.start(quiz, personId)));
  const opened = outcomes.filter((outcome) => outcome?.kind === 'opened');
  const continued = outcomes.filter((outcome) => outcome?.kind === 'continued');
  expect([opened.length, continued.length]).toEqual([1, 49]);
  const ids = outcomes.flatMap((one) => (one && 'held' in one ? one.held.attempt.attemptId : []));
  expect(new Set(ids).size).toBe(1);
  expect(await attemptsOf(personId)).toHaveLength(1);
});

test('the same request sent ten times at once is one attempt', async () => {
  const quiz = await world.publish({ attemptsAllowed: 20 });
  const personId = await world.enrolled(quiz);
  const key = ulid();
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => world.start(quiz, personId, START, key)),
  );
  const ids = outcomes.map((one) => one && 'held' in one && one.held.attempt.attemptId);
  expect(new Set(ids).size).toBe(1);
});

test('twenty concurrent submits give one grade, one pair of events, and all the same answer', async () => {
  const quiz = await world.publish();
  const personId = await world.enrolled(quiz);
  const { attempt, paper } = await world.opened(quiz, personId);
  for (const { itemId } of paper.slice(0, 3)) await world.save(attempt, itemId, 1);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, second) => world.submit(attempt, after(20 + second))),
  );
  const grades = outcomes.map((held) => typeof held === 'object' && held.attempt.grade);
  expect(new Set(grades.map((grade) => JSON.stringify(grade))).size).toBe(1);
  expect(grades[0]).toMatchObject({ gradeNo: 1, scoreHundredths: 750, passed: true });
  const [item] = await attemptsOf(personId);
  const outbox = item?.outbox as OutboxEntry[];
  expect(outbox.map(({ detailType }) => detailType)).toEqual([
    AttemptSubmittedV1.detailType,
    AttemptGradedV1.detailType,
  ]);
  expect(outbox.map(({ detail }) => JSON.parse(detail).metadata.aggregate.version)).toEqual([2, 3]);
  expect(JSON.parse(outbox[1]?.detail ?? '').data).toMatchObject({ scoreHundredths: 750, personId });
  expect(item).not.toHaveProperty('gsi1pk');
});

test('every answer that was accepted while handing in is counted, every other is refused', async () => {
  const quiz = await world.publish({ itemCount: 10 });
  for (let round = 0; round < 8; round += 1) {
    const personId = await world.enrolled(quiz);
    const { attempt, paper } = await world.opened(quiz, personId);
    const saves = paper.map(({ itemId }) => world.save(attempt, itemId, 1));
    const submits = [0, 1, 2].map(() => world.submit(attempt));
    const saved = await Promise.all(saves);
    const accepted = saved.filter((outcome) => outcome?.kind === 'saved').length;
    await Promise.all(submits);
    const done = await world.submit(attempt);
    expect(typeof done === 'object' && done.attempt.grade?.scoreHundredths).toBe(accepted * 100);
    for (const outcome of saved) {
      if (outcome?.kind === 'refused') expect(outcome.reason).toBe('attempt-closed');
    }
  }
});

test('an answer that passed its checks before the attempt closed is not written after it', async () => {
  const quiz = await world.publish({ itemCount: 1 });
  const { attempt, paper } = await world.opened(quiz, await world.enrolled(quiz));
  const itemId = paper[0]?.itemId ?? '';
  await world.submit(attempt);
  const answer = {
    itemId,
    response: { kind: 'true-false', value: true },
    version: 1,
    savedAt: START,
  } as const;
  expect(await world.attempts.saveAnswer(attempt, answer, 0)).toBe('conflict');
  expect((await world.attempts.findHeld(attempt))?.answers).toEqual([]);
  expect(await world.save(attempt, itemId, 1)).toEqual({ kind: 'refused', reason: 'attempt-closed' });
});

type Op = { readonly start: true } | { readonly submit: true };
const op: fc.Arbitrary<Op> = fc.constantFrom<Op>({ start: true }, { start: true }, { submit: true });

test('whatever starts and submits run at once, numbers are unique, within the limit, and one is open at most', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.array(op, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      async (attemptsAllowed, groups) => {
        const quiz = await world.publish({ attemptsAllowed, itemCount: 1 });
        const personId = await world.enrolled(quiz);
        for (const group of groups) {
          const [latest] = (await attemptsOf(personId)).filter((item) => item.status === 'open');
          await Promise.all(
            group.map((each) => {
              if ('start' in each) return world.start(quiz, personId);
              return latest && world.submit({ personId, attemptId: String(latest.attemptId) });
            }),
          );
          const all = await attemptsOf(personId);
          const numbers = all.map((item) => Number(item.attemptNo)).sort();
          expect(numbers).toEqual(numbers.map((_, place) => place + 1));
          expect(numbers.length).toBeLessThanOrEqual(attemptsAllowed);
          expect(all.filter((item) => item.status === 'open').length).toBeLessThanOrEqual(1);
          const listed = await world.attempts.attemptIdsOf(personId, quiz.quizId);
          expect([...listed].sort()).toEqual(all.map((item) => item.attemptId).sort());
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('two tabs: the highest version that was accepted is what stays, in whatever order saves arrive', async () => {
  const quiz = await world.publish({ itemCount: 1 });
  const save = fc.record({ version: fc.integer({ min: 1, max: 6 }), value: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(save, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
      async (groups) => {
        const personId = await world.enrolled(quiz);
        const { attempt, paper } = await world.opened(quiz, personId);
        const itemId = paper[0]?.itemId ?? '';
        const accepted = new Map<number, boolean>();
        for (const group of groups) {
          const outcomes = await Promise.all(
            group.map(({ version, value }) => world.save(attempt, itemId, version, value)),
          );
          for (const [place, { version, value }] of group.entries()) {
            if (outcomes[place]?.kind !== 'saved') continue;
            expect(accepted.get(version) ?? value).toBe(value);
            accepted.set(version, value);
          }
        }
        const [kept] = (await world.attempts.findHeld(attempt))?.answers ?? [];
        const highest = Math.max(0, ...accepted.keys());
        expect(kept?.version ?? 0).toBe(highest);
        if (kept) expect(kept.response).toEqual({ kind: 'true-false', value: accepted.get(highest) });
      },
    ),
    { numRuns: 25 },
  );
});

test('seats follow the highest version, in whichever order and however often events arrive', async () => {
  const event = fc.record({ version: fc.integer({ min: 1, max: 5 }), again: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), async (events) => {
      const seat = { personId: ulid(), courseId: ulid(), runId: ulid() };
      for (const { version, again } of events) {
        const told = { ...seat, version, held: version % 2 === 1 };
        await world.attempts.saveSeat(told);
        if (again) await world.attempts.saveSeat(told);
      }
      const highest = Math.max(...events.map(({ version }) => version));
      const [kept] = await world.attempts.seatsOf(seat.personId, seat.courseId);
      expect(kept).toMatchObject({ version: highest, held: highest % 2 === 1 });
    }),
    { numRuns: 25 },
  );
});

test('the sweep hands in what has ended with what was saved, once, and leaves the rest open', async () => {
  const quiz = await world.publish({ timeLimitMinutes: 1 });
  const ended = await Promise.all([1, 2, 3].map(() => world.enrolled(quiz)));
  const opened = await Promise.all(ended.map((personId) => world.opened(quiz, personId)));
  const late = await world.opened(quiz, await world.enrolled(quiz), after(30));
  for (const { attempt, paper } of opened)
    await world.save(attempt, paper[0]?.itemId ?? '', 1, true, after(90));
  expect(await sweepOverdue(world, causeOf('system', after(90)))).toEqual({ closed: 0, failures: [] });
  const sweeps = await Promise.all([1, 2].map(() => sweepOverdue(world, causeOf('system', after(91)))));
  expect(sweeps.flatMap(({ failures }) => failures)).toEqual([]);
  for (const { attempt } of opened) {
    const now = await world.attempts.findAttempt(attempt);
    expect(now).toMatchObject({
      status: 'submitted',
      submittedBy: 'deadline',
      grade: { scoreHundredths: 250 },
    });
  }
  expect((await world.attempts.findAttempt(late.attempt))?.status).toBe('open');
  expect(await sweepOverdue(world, causeOf('system', after(91)))).toEqual({ closed: 0, failures: [] });
});

test('an attempt that cannot be marked does not keep the sweep from the others', async () => {
  const quiz = await world.publish({ timeLimitMinutes: 1 });
  const [broken, whole] = [await world.enrolled(quiz), await world.enrolled(quiz)];
  const first = await world.opened(quiz, broken);
  const second = await world.opened(quiz, whole);
  const { bank, attempts } = world;
  const findQuestions: typeof bank.findQuestions = async (named) => {
    const frozen = await attempts.findFrozen(first.attempt.attemptId);
    return JSON.stringify(frozen) === JSON.stringify(named) ? new Map() : bank.findQuestions(named);
  };
  const damaged = Object.assign(Object.create(bank), { findQuestions });
  const sweep = await sweepOverdue({ bank: damaged, attempts }, causeOf('system', after(91)));
  expect(sweep.closed).toBe(1);
  expect(sweep.failures).toHaveLength(1);
  expect((await attempts.findAttempt(second.attempt))?.status).toBe('submitted');
  expect((await attempts.findAttempt(first.attempt))?.status).toBe('open');
  await settleAttempt(world, first.attempt, causeOf(broken, after(92)));
  expect((await attempts.findAttempt(first.attempt))?.submittedBy).toBe('deadline');
});

test('a question changed after the start moves no mark, and reaches the next attempt', async () => {
  const quiz = await world.publish({ attemptsAllowed: 2, itemCount: 2 });
  const personId = await world.enrolled(quiz);
  const { attempt, paper } = await world.opened(quiz, personId);
  await world.import(quiz.courseId, statements(2).replaceAll('TRUE', 'FALSE'));
  for (const { itemId } of paper) await world.save(attempt, itemId, 1, true);
  const done = await world.submit(attempt);
  expect(typeof done === 'object' && done.attempt.grade?.scoreHundredths).toBe(1000);
  const next = await world.opened(quiz, personId);
  for (const { itemId } of next.paper) await world.save(next.attempt, itemId, 1, true);
  const second = await world.submit(next.attempt);
  expect(typeof second === 'object' && second.attempt.grade?.scoreHundredths).toBe(0);
});

test('imports at once lose nothing: every item is there once, at the version of its changes', async () => {
  const courseId = ulid();
  const gift = statements(15);
  const reports = await Promise.all([1, 2, 3].map(() => world.import(courseId, gift)));
  const counted = reports.filter((report) => typeof report === 'object');
  expect(counted.length).toBeGreaterThanOrEqual(1);
  for (const { imported, unchanged } of counted) expect(imported + unchanged).toBe(15);
  const items = await world.bank.allItems(courseId);
  expect(items.map(({ version }) => version)).toEqual(Array.from({ length: 15 }, () => 1));
  expect(await world.import(courseId, gift)).toMatchObject({ imported: 0, unchanged: 15 });
  expect(await world.import(courseId, gift.replace('số 3', 'thứ 3'))).toMatchObject({
    imported: 1,
    unchanged: 14,
  });
  const changed = (await world.bank.allItems(courseId)).filter(({ version }) => version === 2);
  expect(changed.map(({ title }) => title)).toEqual(['Q3']);
});

test('a bank of more than a page is listed by title through its cursor, and no other cursor opens it', async () => {
  const courseId = ulid();
  await world.import(courseId, statements(120));
  const first = await world.bank.listItems(courseId);
  if (first === 'invalid-cursor') throw new Error(first);
  const second = await world.bank.listItems(courseId, first.next);
  if (second === 'invalid-cursor') throw new Error(second);
  const titles = [...first.items, ...second.items].map(({ title }) => title);
  expect(new Set(titles).size).toBe(120);
  expect(titles).toEqual([...titles].sort());
  expect(await world.bank.listItems(ulid(), first.next)).toBe('invalid-cursor');
  expect(await world.bank.listItems(courseId, 'nonsense')).toBe('invalid-cursor');
});

test('what every save pays for, the attempt item, stays under one kilobyte while it is open', async () => {
  const quiz = await world.publish({ timeLimitMinutes: 240, itemCount: 60 });
  const personId = await world.enrolled(quiz);
  await world.opened(quiz, personId);
  const [item] = await attemptsOf(personId);
  expect(JSON.stringify(item).length).toBeLessThan(1024);
});
