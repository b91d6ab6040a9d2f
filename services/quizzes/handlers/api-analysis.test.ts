import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { lambdaContext } from '../../../tests/support/api-event.ts';
import { type Attempt, type QuizSummary, quizRoutes, type SeenItem } from '../contract.ts';
import { learner, QuizApi, teacher } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';

let api: QuizApi;
let handler: (event: never, context: never) => Promise<unknown>;
beforeAll(async () => {
  api = await QuizApi.start();
  ({ handler } = await import('./on-attempt-graded.event.ts'));
});
afterAll(() => api.table.stop());

/** An attempt that is handed in, with the first `right` questions answered as their author would. */
async function graded(quiz: QuizSummary, right: number) {
  const actor = learner();
  await api.seat(quiz, actor.personId);
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  for (const item of attempt.items.slice(0, right)) await api.save(attempt, actor, item);
  await api.submit(attempt, actor);
  return { personId: actor.personId, attemptId: attempt.attemptId, quizId: quiz.quizId };
}

const message = (which: object) => ({
  messageId: ulid(),
  body: JSON.stringify({
    'detail-type': AttemptGradedV1.detailType,
    detail: {
      metadata: {
        eventId: ulid(),
        occurredAt: after(120),
        correlationId: 'c',
        causationId: 'c',
        actor: 'system',
        aggregate: { type: 'attempt', id: 'a', version: 3 },
      },
      data: { ...AttemptGradedV1.example, ...which },
    },
  }),
});
const deliver = (...which: readonly object[]) =>
  handler({ Records: which.map(message) } as never, lambdaContext() as never);

const analysis = async ({ quizId }: { readonly quizId: string }) =>
  (await api.call(quizRoutes.getItemAnalysis, { actor: teacher, params: { quizId } })).body;

test('every grade is in the analysis once, in whatever order and however often its event comes', async () => {
  const quiz = await api.publish();
  expect(await analysis(quiz)).toMatchObject({ attempts: 0, items: [] });
  const all = [await graded(quiz, 12), await graded(quiz, 12), await graded(quiz, 0)];
  await deliver(...all, ...all.toReversed());
  const first = await analysis(quiz);
  expect(first).toMatchObject({ version: 3, attempts: 3, alpha: expect.closeTo(1, 6) });
  expect(first?.items).toHaveLength(12);
  for (const item of (first?.items ?? []) as object[])
    expect(item).toMatchObject({ facility: expect.closeTo(2 / 3, 6), blank: expect.closeTo(1 / 3, 6) });
  await deliver(...all);
  expect(await analysis(quiz)).toEqual(first);
});

test('an item that misbehaves is flagged to its author as theirs, and to others as somebody else’s', async () => {
  const quiz = await api.publish();
  // From thirty attempts on an item is judged.
  for (let no = 0; no < 30; no += 1) await deliver(await graded(quiz, 0));
  const itemsFor = async (reader: typeof teacher) => {
    const { body } = await api.call(quizRoutes.getItemAnalysis, {
      actor: reader,
      params: { quizId: quiz.quizId },
    });
    return body?.items as { flags: string[]; isMine: boolean }[];
  };
  const [asAuthor, asColleague] = [await itemsFor(teacher), await itemsFor({ ...teacher, personId: ulid() })];
  expect(asAuthor).toHaveLength(12);
  expect(asAuthor.every(({ isMine, flags }) => isMine && flags.includes('too-hard'))).toBe(true);
  expect(asColleague).toEqual(asAuthor.map((item) => ({ ...item, isMine: false })));
});

test('the time that items took is told, never more of it than the server has counted', async () => {
  const quiz = await api.publish();
  for (const spentMs of [10_000, 30_000, 86_400_000]) {
    const actor = await api.seated(quiz);
    const attempt = (await api.start(quiz, actor)).body as Attempt;
    const [first, second] = attempt.items as [SeenItem, SeenItem];
    const saved = await api.save(attempt, actor, first, { spentMs });
    expect(saved.body?.spentMs).toBe(Math.min(spentMs, 60_000));
    await api.save(attempt, actor, second);
    await api.submit(attempt, actor);
    await deliver({ personId: actor.personId, attemptId: attempt.attemptId, quizId: quiz.quizId });
  }
  const items = (await analysis(quiz))?.items as { stem: string; meanMs?: number }[];
  const told = items.flatMap(({ meanMs }) => meanMs ?? []);
  expect(told.length).toBeGreaterThan(0);
  expect(Math.max(...told)).toBeLessThanOrEqual(60_000);
});

test('saves that meet tell no more time together than has passed', async () => {
  const quiz = await api.publish();
  const actor = await api.seated(quiz);
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  const saves = attempt.items.map((item) => api.save(attempt, actor, item, { spentMs: 60_000 }));
  for (const { status } of await Promise.all(saves)) expect(status).toBe(200);
  await api.submit(attempt, actor);
  await deliver({ personId: actor.personId, attemptId: attempt.attemptId, quizId: quiz.quizId });
  const items = (await analysis(quiz))?.items as { meanMs?: number }[];
  expect(items.reduce((sum, { meanMs = 0 }) => sum + meanMs, 0)).toBeLessThanOrEqual(60_000);
});

test('choices are counted in the author’s order, whatever order each learner saw', async () => {
  const quiz = await api.publish();
  await deliver(await graded(quiz, 12), await graded(quiz, 12));
  const items = (await analysis(quiz))?.items as {
    kind: string;
    choices: { isRight: boolean; count: number }[];
  }[];
  const listed = items.filter(({ choices }) => choices.length > 0);
  expect(listed.map(({ kind }) => kind)).toContain('multiple-choice');
  for (const { choices } of listed)
    expect(choices.map(({ count }) => count)).toEqual(choices.map(({ isRight }) => (isRight ? 2 : 0)));
});

test('an attempt that is not there fails its message alone', async () => {
  const quiz = await api.publish();
  const result = await deliver(
    { personId: ulid(), attemptId: ulid(), quizId: quiz.quizId },
    await graded(quiz, 1),
  );
  expect(result).toMatchObject({ batchItemFailures: [{}] });
  expect(await analysis(quiz)).toMatchObject({ attempts: 1 });
});
