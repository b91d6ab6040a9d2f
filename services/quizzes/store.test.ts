import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { AttemptSubmittedV1 } from '#events/quizzes/attempt-submitted.v1.ts';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { after, QuizWorld, START } from './quiz-world.suite.ts';

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
  expect(item?.gsi1pk).toBe(`ATTEMPTS#${quiz.quizId}`);
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
          const { attemptIds: listed } = await world.attempts.takerOf(personId, quiz.quizId);
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

test('what every save pays for, the attempt item, stays under one kilobyte while it is open', async () => {
  const quiz = await world.publish({ timeLimitMinutes: 240, itemCount: 60 });
  const personId = await world.enrolled(quiz);
  await world.opened(quiz, personId);
  const [item] = await attemptsOf(personId);
  expect(JSON.stringify(item).length).toBeLessThan(1024);
});

// Last: what it stores is more than the other tests' scans read.
test('answers that fill more than one page of the table are all read', async () => {
  const quiz = await world.publish();
  const { attempt, paper } = await world.opened(quiz, await world.enrolled(quiz));
  const response = { kind: 'essay', text: 'x'.repeat(350_000) } as const;
  for (const { itemId } of paper)
    await world.attempts.saveAnswer(attempt, { itemId, response, version: 1, savedAt: START }, 0);
  const held = await world.attempts.findHeld(attempt);
  expect(held?.answers.map(({ itemId }) => itemId).sort()).toEqual(paper.map(({ itemId }) => itemId).sort());
  expect(held?.paper).toHaveLength(4);
});
