import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attempt, quizRoutes, type SeenItem } from '../contract.ts';
import { type Learner, QuizApi, rightResponse, trainingHead } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const RULES = { timeLimitMinutes: 10, lateSyncHours: 1, confirmation: 'automatic' };
const minutes = (count: number) => after(count * 60);

const opened = async (rules: Record<string, unknown> = {}) => {
  const { quiz, actor } = await api.enrolled({ ...RULES, ...rules });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  return { quiz, actor, attempt, token: attempt.startToken ?? '' };
};
type Opened = Awaited<ReturnType<typeof opened>>;

const kept = (item: SeenItem, { version = 1, elapsedMs = 60_000 } = {}) => ({
  itemId: item.itemId,
  response: rightResponse(item),
  version,
  elapsedMs,
});
const send = (
  { actor, attempt, token }: { actor: Learner; attempt: Attempt; token: string },
  answers: readonly ReturnType<typeof kept>[],
  at = minutes(30),
) =>
  api.call(quizRoutes.takeLateAnswers, {
    actor,
    params: { attemptId: attempt.attemptId },
    body: { token, answers: [...answers] },
    at,
  });
/** When no late answer is taken any more, so that marks are shown. */
const SETTLED = minutes(71);
const read = ({ actor, attempt }: Opened, at = SETTLED) =>
  api.call(quizRoutes.getAttempt, { actor, params: { attemptId: attempt.attemptId }, at });

test('answers given offline before the deadline count after it, marked as late, until a teacher confirms', async () => {
  const world = await opened();
  const [first, second] = world.attempt.items as [SeenItem, SeenItem];
  await api.save(world.attempt, world.actor, first);
  const taken = await send(world, [kept(first), kept(second)]);
  expect(taken.body?.taken).toEqual([second.itemId]);
  const grade = { gradeNo: 2, provisional: true, reason: 'late-answers', scoreHundredths: 167 };
  expect(taken.body?.attempt).toMatchObject({ status: 'submitted' });
  const stored = (await read(world, minutes(40))).body as Attempt;
  const late = stored.answers.filter((answer) => answer.late);
  expect(late.map(({ itemId }) => itemId)).toEqual([second.itemId]);
  const again = await send(world, [kept(first), kept(second)], minutes(31));
  expect(again.body).toMatchObject({ taken: [] });
  expect((await read(world)).body).toMatchObject({ grade });
  const { personId } = world.actor;
  const confirmed = await api.call(quizRoutes.confirmGrades, {
    actor: trainingHead,
    params: { quizId: world.quiz.quizId },
    body: { attempts: [{ personId, attemptId: world.attempt.attemptId, gradeNo: 2 }] },
  });
  expect(confirmed.body?.outcomes).toMatchObject([{ outcome: 'confirmed' }]);
  expect((await read(world)).body?.grade).toMatchObject({ gradeNo: 3, provisional: false });
});

test('while late answers are taken no reply has the mark, so that it cannot be read off one answer after the other', async () => {
  const world = await opened();
  const { actor, quiz } = world;
  const [item] = world.attempt.items as [SeenItem];
  const taken = await send(world, [kept(item)]);
  const listed = await api.call(quizRoutes.listMyAttempts, {
    actor,
    params: { quizId: quiz.quizId },
    at: minutes(40),
  });
  const replies = [taken, listed, await read(world, minutes(40))];
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(JSON.stringify(replies)).not.toMatch(/scoreHundredths|passed/);
  expect(taken.body?.attempt).toMatchObject({ gradeWithheld: 'after-submission' });
});

test('the review of an earlier attempt waits with the one that still takes late answers', async () => {
  const world = await opened();
  const { actor, quiz, attempt } = world;
  await api.submit(attempt, actor);
  await api.start(quiz, actor, minutes(3));
  const params = { attemptId: attempt.attemptId };
  const review = (at: string) => api.call(quizRoutes.reviewAttempt, { actor, params, at });
  expect((await review(minutes(20))).body).toMatchObject({ waitsUntil: minutes(73), items: [] });
  expect((await review(minutes(74))).body?.releases).toMatchObject({ rightAnswers: true });
});

test('nothing is taken without the proof, before the deadline, after the hours, or with the review at hand', async () => {
  const world = await opened();
  const [item] = world.attempt.items as [SeenItem];
  const other = await opened();
  const code = async (answer: ReturnType<typeof send>) => (await answer).body?.code;
  expect(await code(send(world, [kept(item)], minutes(5)))).toBe('attempt-still-open');
  expect((await api.save(world.attempt, world.actor, item, { at: minutes(9) })).status).toBe(200);
  expect(await code(send({ ...world, token: other.token }, [kept(item)]))).toBe('late-proof-invalid');
  expect(await code(send({ ...world, token: 'x.y' }, [kept(item)]))).toBe('late-proof-invalid');
  expect(await code(send({ ...world, actor: other.actor }, [kept(item)]))).toBe('not-found');
  expect(await code(send(world, [kept(item, { version: 2 })], minutes(70.1)))).toBe('late-not-taken');
  const [foreign] = other.attempt.items as [SeenItem];
  await api.submit(other.attempt, other.actor, minutes(3));
  expect(await code(send(other, [kept(foreign)]))).toBe('late-not-taken');
  await api.start(world.quiz, world.actor, minutes(30));
  expect(await code(send(world, [kept(item, { version: 2 })], minutes(31)))).toBe('late-not-taken');
});

test('the proof is with the open attempt only, and only where late answers are taken', async () => {
  const world = await opened();
  expect(world.token).not.toBe('');
  expect((await read(world, minutes(1))).body?.startToken).toBe(world.token);
  expect((await read(world)).body).not.toHaveProperty('startToken');
  expect((await opened({ lateSyncHours: 0 })).attempt).not.toHaveProperty('startToken');
});

test('an answer that took longer than the attempt, or is older than what is saved, is left out', async () => {
  const world = await opened();
  const [slow, old, good] = world.attempt.items as [SeenItem, SeenItem, SeenItem];
  await api.save(world.attempt, world.actor, old, { version: 3 });
  const limit = 10 * 60_000 + 30_000;
  const taken = await send(world, [
    kept(slow, { elapsedMs: limit + 1 }),
    kept(old, { version: 2 }),
    kept(good, { elapsedMs: limit }),
  ]);
  expect(taken.body?.taken).toEqual([good.itemId]);
});

test('however parts are sent, repeated and crossed, each answer is taken once and marks count up one by one', async () => {
  const part = fc.subarray([0, 1, 2, 3], { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
      const world = await opened();
      const items = world.attempt.items;
      const outcomes = await Promise.all(
        parts.map((places) =>
          send(
            world,
            places.flatMap((place) => (items[place] ? [kept(items[place])] : [])),
          ),
        ),
      );
      const done = outcomes.filter(({ status }) => status === 200);
      const takenBy = done.map(({ body }) => (body?.taken ?? []) as string[]);
      const taken = takenBy.flat();
      expect(new Set(taken).size).toBe(taken.length);
      const revisions = takenBy.filter(({ length }) => length > 0).length;
      const stored = (await read(world)).body as Attempt;
      expect(stored.grade?.gradeNo).toBe(1 + revisions);
      expect(stored.answers.map(({ itemId }) => itemId).sort()).toEqual(taken.sort());
      expect(stored.grade?.scoreHundredths).toBe(Math.floor((taken.length * 1000) / 12 + 0.5));
    }),
    { numRuns: 8 },
  );
});
