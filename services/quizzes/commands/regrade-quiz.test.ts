import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { contributionOf } from '../domain/analysis/contribution.ts';
import { NO_SUMS, revise } from '../domain/analysis/item-sums.ts';
import type { Quiz } from '../domain/quiz.ts';
import { after, causeOf, QuizWorld, statements } from '../quiz-world.suite.ts';
import type { AttemptRef } from '../store.ts';
import { regradeQuiz } from './regrade-quiz.ts';
import { takeLateAnswers } from './take-late-answers.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

/** Everybody says that every statement is true; `leftOut` of them leave the first one out. */
const handedIn = async (quiz: Quiz, itemId: string, people: number, leftOut = 0) => {
  const refs = [];
  for (let no = 0; no < people; no += 1) {
    const { attempt, paper } = await world.opened(quiz, await world.enrolled(quiz));
    const asked = paper.filter((item) => no >= leftOut || item.itemId !== itemId);
    for (const item of asked) await world.save(attempt, item.itemId, 1);
    await world.submit(attempt);
    await world.hear(attempt);
    refs.push(attempt);
  }
  return refs;
};

/** The author finds that the first statement is false. */
const correct = async ({ courseId }: Quiz, answer = '{FALSE}') => {
  await world.import(courseId, statements(4).replace('đúng.{TRUE}', `đúng.${answer}`));
  await world.approveAll(courseId);
  const items = await world.bank.allItems(courseId);
  return items.find(({ version }) => version === 2)?.itemId ?? '';
};

const run = (quiz: Quiz, itemId: string, preview = false) =>
  regradeQuiz(
    world,
    { quizId: quiz.quizId, itemId, reason: 'đáp án sai', preview },
    causeOf('head', after(900)),
  );
const changesIn = (outcome: Awaited<ReturnType<typeof run>>) =>
  typeof outcome === 'string' ? [] : outcome.changes;

const eventsOf = async (attemptId: string): Promise<readonly string[]> => {
  const { db, table } = world.service;
  const { Items = [] } = await db.send(
    new ScanCommand({
      TableName: table,
      FilterExpression: 'attemptId = :id AND attribute_exists(grade) AND attribute_exists(outbox)',
      ExpressionAttributeValues: { ':id': attemptId },
    }),
  );
  return Items.flatMap(({ outbox }) => (outbox as OutboxEntry[]).map(({ eventId }) => eventId));
};

test('a preview changes nothing; the run changes just that, once, with its reason and its events', async () => {
  const quiz = await world.publish({ itemCount: 4 });
  const items = await world.bank.allItems(quiz.courseId);
  const first = items.find(({ title }) => title === 'Q0')?.itemId ?? '';
  const [leftOut, answered] = await handedIn(quiz, first, 2, 1);
  if (!leftOut || !answered) throw new Error('two were to hand in');
  expect(await correct(quiz)).toBe(first);
  const preview = await run(quiz, first, true);
  const change = {
    attemptId: answered.attemptId,
    personId: answered.personId,
    fromHundredths: 1000,
    toHundredths: 750,
    passedBefore: true,
    passes: true,
  };
  expect(preview).toEqual({ version: 2, changes: [change], unchanged: 1, notComparable: 0, undecided: 0 });
  expect((await world.attempts.findAttempt(answered))?.grade?.gradeNo).toBe(1);
  expect(await run(quiz, first)).toEqual(preview);
  expect((await world.attempts.findAttempt(answered))?.grade).toMatchObject({
    gradeNo: 2,
    scoreHundredths: 750,
    provisional: false,
    reason: 'item-corrected',
    decidedBy: 'head',
  });
  expect(await eventsOf(answered.attemptId)).toEqual([
    `${answered.attemptId}-4`,
    `${answered.attemptId}-4-revised`,
  ]);
  expect((await world.attempts.findAttempt(leftOut))?.grade).toMatchObject({
    gradeNo: 1,
    scoreHundredths: 750,
  });
  expect(await run(quiz, first)).toMatchObject({ changes: [], unchanged: 2 });
});

test('a run that breaks off is finished by the next, and runs at once change nothing twice', async () => {
  const quiz = await world.publish({ itemCount: 4 });
  const items = await world.bank.allItems(quiz.courseId);
  const first = items.find(({ title }) => title === 'Q0')?.itemId ?? '';
  const refs = await handedIn(quiz, first, 5);
  await correct(quiz);
  const { saveRegraded } = world.marks;
  vi.spyOn(world.marks, 'saveRegraded')
    .mockImplementationOnce(saveRegraded.bind(world.marks))
    .mockImplementationOnce(saveRegraded.bind(world.marks))
    .mockRejectedValueOnce(new Error('the power is gone'));
  await expect(run(quiz, first)).rejects.toThrow('the power is gone');
  const runs = await Promise.all([run(quiz, first), run(quiz, first)]);
  const done = runs.flatMap(changesIn).map(({ attemptId }) => attemptId);
  expect(new Set(done).size).toBe(done.length);
  for (const ref of refs)
    expect((await world.attempts.findAttempt(ref))?.grade).toMatchObject({
      gradeNo: 2,
      scoreHundredths: 750,
    });
});

test('an attempt that was open when the item was corrected is marked by the corrected version', async () => {
  const quiz = await world.publish({ itemCount: 4 });
  const { attempt, paper } = await world.opened(quiz, await world.enrolled(quiz));
  for (const { itemId } of paper) await world.save(attempt, itemId, 1);
  const itemId = await correct(quiz);
  await run(quiz, itemId);
  const done = await world.submit(attempt);
  expect(typeof done === 'object' && done.attempt.grade).toMatchObject({ gradeNo: 2, scoreHundredths: 750 });
  await world.hear(attempt);
  expect(await run(quiz, itemId)).toMatchObject({ changes: [], unchanged: 1 });
});

test('a correction and late answers that meet never leave an answer marked by another version than is noted', async () => {
  for (const isFirst of ['late', 'correction'] as const) {
    const quiz = await world.publish({ itemCount: 4, timeLimitMinutes: 1, lateSyncHours: 1 });
    const items = await world.bank.allItems(quiz.courseId);
    const itemId = items.find(({ title }) => title === 'Q0')?.itemId ?? '';
    const ref = await world.opened(quiz, await world.enrolled(quiz));
    const { attempt, startToken: token = '' } = ref;
    await world.submit(attempt, after(100));
    await world.hear(attempt);
    await correct(quiz);
    const kept = { itemId, response: { kind: 'true-false', value: true }, version: 1, elapsedMs: 1 } as const;
    const sendLate = () =>
      retryOnConflict(() =>
        takeLateAnswers(world, attempt, { token, answers: [kept] }, causeOf(attempt.personId, after(200))),
      );
    // The other comes in between what the one has read and what it writes.
    const held = isFirst === 'late' ? 'saveCorrected' : 'saveLate';
    const save = world.marks[held].bind(world.marks) as (...args: unknown[]) => Promise<'saved' | 'conflict'>;
    const between = async (...args: unknown[]) => {
      await (isFirst === 'late' ? sendLate() : run(quiz, itemId));
      return save(...args);
    };
    const spy = vi.spyOn(world.marks, held).mockImplementationOnce(between);
    await (isFirst === 'late' ? run(quiz, itemId) : sendLate());
    spy.mockRestore();
    const stored = await world.attempts.findAttempt(attempt);
    const frozen = await world.attempts.findFrozen(attempt.attemptId);
    expect(frozen.find((each) => each.itemId === itemId)?.version).toBe(2);
    expect(stored?.grade).toMatchObject({ scoreHundredths: 0 });
    expect((await world.attempts.findAnswer(attempt, itemId))?.late).toBe(true);
  }
});

test('a version that asks something else marks nobody, and an item of no quiz is not found', async () => {
  const quiz = await world.publish({ itemCount: 4 });
  const items = await world.bank.allItems(quiz.courseId);
  const first = items.find(({ title }) => title === 'Q0')?.itemId ?? '';
  await handedIn(quiz, first, 1);
  await correct(quiz, '{=có ~không}');
  expect(await run(quiz, first)).toMatchObject({ changes: [], notComparable: 1 });
  expect(await run(quiz, ulid())).toBe('not-found');
});

/** The sums of a quiz as they are kept, and as counting its attempts afresh gives them. */
const sumsOf = async ({ quizId }: Quiz, refs: readonly AttemptRef[]) => {
  let afresh = NO_SUMS;
  for (const ref of refs) {
    const held = await world.attempts.findHeld(ref);
    const frozen = await world.attempts.findFrozen(ref.attemptId);
    if (held) afresh = revise(afresh, undefined, contributionOf(held.attempt, frozen, held.answers));
  }
  return { kept: (await world.statistics.find(quizId)).sums, afresh };
};
const firstOf = async ({ courseId }: Quiz) =>
  (await world.bank.allItems(courseId)).find(({ title }) => title === 'Q0')?.itemId ?? '';

test('an attempt whose mark a correction leaves as it is, is counted by the corrected version all the same', async () => {
  const quiz = await world.publish({ itemCount: 4 });
  const itemId = await firstOf(quiz);
  const refs = await handedIn(quiz, itemId, 3, 2);
  await correct(quiz);
  const [changed] = changesIn(await run(quiz, itemId));
  if (changed) await world.hear({ ...changed, quizId: quiz.quizId });
  const { kept, afresh } = await sumsOf(quiz, refs);
  expect(kept).toEqual(afresh);
  expect(Object.values(kept.items).filter((item) => item.itemId === itemId)).toMatchObject([{ n: 3 }]);
});

test('a run that breaks off before it has counted is made good by the next', async () => {
  const quiz = await world.publish({ itemCount: 4 });
  const itemId = await firstOf(quiz);
  const refs = await handedIn(quiz, itemId, 2, 2);
  await correct(quiz);
  vi.spyOn(world.statistics, 'save').mockRejectedValueOnce(new Error('the power is gone'));
  await expect(run(quiz, itemId)).rejects.toThrow('the power is gone');
  expect(await run(quiz, itemId)).toMatchObject({ unchanged: 2, undecided: 0 });
  const { kept, afresh } = await sumsOf(quiz, refs);
  expect(kept).toEqual(afresh);
});

test('an attempt that is heard of after the correction is counted by it, also where its mark stays', async () => {
  const quiz = await world.publish({ itemCount: 4 });
  const itemId = await firstOf(quiz);
  const { attempt } = await world.opened(quiz, await world.enrolled(quiz));
  await world.submit(attempt);
  await correct(quiz);
  await run(quiz, itemId);
  await world.hear(attempt);
  const { kept, afresh } = await sumsOf(quiz, [attempt]);
  expect(kept).toEqual(afresh);
  expect(kept.n).toBe(1);
});
