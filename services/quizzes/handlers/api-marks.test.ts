import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { logger } from '#shared/observability/telemetry.ts';
import { type Attempt, type QuizSummary, quizRoutes } from '../contract.ts';
import { key, type Learner, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

/** A quiz whose marks a teacher confirms, handed in by two learners of different classes. */
const handedIn = async () => {
  const { quiz, actor: own } = await api.enrolled({ confirmation: 'teacher' });
  const other = await api.seated(quiz);
  const { teacher, classId } = await api.teacherOf(own);
  const attempts = [];
  for (const learner of [own, other]) {
    const attempt = (await api.start(quiz, learner)).body as Attempt;
    await api.submit(attempt, learner);
    attempts.push(attempt);
  }
  return { quiz, own, other, teacher, classId, attempts: attempts as [Attempt, Attempt] };
};
type HandedIn = Awaited<ReturnType<typeof handedIn>>;

const list = (world: HandedIn, actor: object, query: Record<string, string> = {}) =>
  api.call(quizRoutes.listQuizAttempts, {
    actor: actor as typeof trainingHead,
    params: { quizId: world.quiz.quizId },
    query,
  });
const confirm = (world: HandedIn, actor: object, seen: readonly [Learner, Attempt][], gradeNo = 1) =>
  api.call(quizRoutes.confirmGrades, {
    actor: actor as typeof trainingHead,
    params: { quizId: world.quiz.quizId },
    body: {
      attempts: seen.map(([{ personId }, { attemptId }]) => ({ personId, attemptId, gradeNo })),
    },
    at: after(300),
  });

const people = (body: unknown) =>
  (body as { attempts: { personId: string }[] }).attempts.map(({ personId }) => personId);

test('a teacher sees the attempts of the own learners, the training office those of everybody', async () => {
  const world = await handedIn();
  const { own, other, teacher, classId } = world;
  expect(people((await list(world, teacher)).body)).toEqual([own.personId]);
  expect(people((await list(world, teacher, { classId })).body)).toEqual([own.personId]);
  expect((await list(world, teacher, { classId: ulid() })).status).toBe(404);
  const stranger = await api.teacherOf(await api.seated(world.quiz));
  expect((await list(world, stranger.teacher, { classId })).status).toBe(404);
  expect(people((await list(world, stranger.teacher)).body)).toEqual([]);
  expect(people((await list(world, trainingHead)).body).sort()).toEqual(
    [own.personId, other.personId].sort(),
  );
  expect(people((await list(world, trainingHead, { classId })).body)).toEqual([own.personId]);
  expect((await list(world, trainingHead, { cursor: 'x' })).body?.code).toBe('invalid-cursor');
});

test('a teacher confirms seen marks of own learners, once, and the confirmation is the next mark', async () => {
  const world = await handedIn();
  const { own, other, teacher, attempts } = world;
  const seen: [Learner, Attempt][] = [
    [own, attempts[0]],
    [other, attempts[1]],
  ];
  const both = await Promise.all([confirm(world, teacher, seen), confirm(world, teacher, seen)]);
  for (const { body } of both)
    expect(body?.outcomes).toEqual([
      { attemptId: attempts[0].attemptId, outcome: 'confirmed' },
      { attemptId: attempts[1].attemptId, outcome: 'not-found' },
    ]);
  expect((await confirm(world, teacher, [[own, attempts[0]]], 5)).body?.outcomes).toEqual([
    { attemptId: attempts[0].attemptId, outcome: 'changed' },
  ]);
  const mine = await api.call(quizRoutes.getAttempt, {
    actor: own,
    params: { attemptId: attempts[0].attemptId },
  });
  expect(mine.body?.grade).toEqual({
    gradeNo: 2,
    scoreHundredths: 0,
    passed: false,
    provisional: false,
    gradedAt: after(300),
    reason: 'confirmed',
  });
  const { db, table } = api.table;
  const Key = { pk: `PERSON#${own.personId}`, sk: `ATTEMPT#${attempts[0].attemptId}` };
  const stored = (await db.send(new GetCommand({ TableName: table, Key }))).Item;
  const outbox = stored?.outbox as OutboxEntry[];
  expect(outbox.map(({ eventId, detailType }) => [eventId, detailType])).toEqual([
    [`${attempts[0].attemptId}-4`, 'AttemptGraded.v1'],
  ]);
  expect(JSON.parse(outbox[0]?.detail ?? '').data.before).toEqual({ passed: false, provisional: true });
  const kept = { pk: Key.pk, sk: `GRADE#${attempts[0].attemptId}#1` };
  expect((await db.send(new GetCommand({ TableName: table, Key: kept }))).Item?.grade).toMatchObject({
    gradeNo: 1,
    provisional: true,
  });
});

test('an attempt of another quiz is not confirmed by way of this one', async () => {
  const [one, two] = [await handedIn(), await handedIn()];
  const answer = await confirm(one, trainingHead, [[two.own, two.attempts[0]]]);
  expect(answer.body?.outcomes).toEqual([{ attemptId: two.attempts[0].attemptId, outcome: 'not-found' }]);
});

test('nobody confirms an own mark, whatever else they may', async () => {
  const world = await handedIn();
  const { own, attempts } = world;
  const head = { ...own, roles: ['learner', 'training-head'] as const };
  const answer = await confirm(world, head, [[own, attempts[0]]]);
  expect(answer.body?.outcomes).toEqual([{ attemptId: attempts[0].attemptId, outcome: 'not-found' }]);
});

test('who only previews what a correction changes has looked at marks too, and that is logged', async () => {
  const params = { courseId: ulid() };
  const write = async (isTrue: boolean) => {
    const questions = [{ title: 'Q', stem: 'Câu này đúng.', kind: 'true-false', isTrue }];
    await api.call(quizRoutes.writeItems, { actor: teacher, params, body: { questions } });
    await api.approveAll(params.courseId);
  };
  await write(true);
  const body = { title: 'Kiểm tra', itemCount: 1, attemptsAllowed: 1, passHundredths: 500 };
  const made = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  const quiz = made.body as QuizSummary;
  const actor = await api.seated(quiz);
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  const itemId = attempt.items[0]?.itemId ?? '';
  const response = { kind: 'true-false', value: true } as const;
  for (const item of attempt.items) await api.save(attempt, actor, item, { response });
  await api.submit(attempt, actor);
  await api.hear(attempt, actor);
  await write(false);
  const info = vi.spyOn(logger, 'info');
  const { quizId } = quiz;
  const previewed = await api.call(quizRoutes.regradeQuiz, {
    actor: trainingHead,
    params: { quizId },
    body: { itemId, reason: 'đáp án sai', preview: true },
  });
  expect(previewed.body?.changes).toMatchObject([{ personId: actor.personId }]);
  const looked = { actor: trainingHead.personId, subject: quizId, people: 1 };
  expect(info).toHaveBeenCalledWith('access', expect.objectContaining(looked));
  info.mockRestore();
});
