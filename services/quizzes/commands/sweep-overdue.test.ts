import { afterAll, beforeAll, expect, test } from 'vitest';
import { after, causeOf, QuizWorld } from '../quiz-world.suite.ts';
import { settleAttempt } from './close-attempt.ts';
import { sweepOverdue } from './sweep-overdue.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

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
  const { bank, attempts } = world;
  const frozenOf = async ({ attempt }: { attempt: { attemptId: string } }) =>
    JSON.stringify(await attempts.findFrozen(attempt.attemptId));
  const broken = await world.enrolled(quiz);
  const first = await world.opened(quiz, broken);
  const brokenFrozen = await frozenOf(first);
  // Whoever draws the same questions in the same order cannot be marked either.
  let second = await world.opened(quiz, await world.enrolled(quiz));
  let alike = 1;
  while ((await frozenOf(second)) === brokenFrozen) {
    alike += 1;
    second = await world.opened(quiz, await world.enrolled(quiz));
  }
  const findQuestions: typeof bank.findQuestions = async (named) =>
    JSON.stringify(named) === brokenFrozen ? new Map() : bank.findQuestions(named);
  const findQuiz: typeof bank.findQuiz = (quizId) => bank.findQuiz(quizId);
  const damaged = Object.assign(Object.create(bank), { findQuestions, findQuiz });
  const sweep = await sweepOverdue(
    { bank: damaged, attempts, marks: world.marks },
    causeOf('system', after(91)),
  );
  expect(sweep.closed).toBe(1);
  expect(sweep.failures).toHaveLength(alike);
  expect((await attempts.findAttempt(second.attempt))?.status).toBe('submitted');
  expect((await attempts.findAttempt(first.attempt))?.status).toBe('open');
  await settleAttempt(world, first.attempt, causeOf(broken, after(92)));
  expect((await attempts.findAttempt(first.attempt))?.submittedBy).toBe('deadline');
});
