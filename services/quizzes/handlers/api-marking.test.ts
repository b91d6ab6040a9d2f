import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClassStore } from '../class-store.ts';
import { type Attempt, type QuizSummary, quizRoutes, type Response } from '../contract.ts';
import type { Question } from '../domain/question.ts';
import { key, type Learner, QuizApi, trainingHead } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const rubric = {
  criteria: [{ name: 'Đủ ý', levels: [0, 5, 10].map((points) => ({ points, words: 'mức' })) }],
};
const questions: readonly Question[] = [
  { title: 'Tự luận', stem: 'Kể một lần bạn gặp tin giả.', kind: 'essay', rubric },
  { title: 'Ảnh', stem: 'Chụp bài làm.', kind: 'file-answer', rubric, mediaTypes: ['image/*'], maxFiles: 1 },
];
const RESPONSES: Readonly<Record<string, Response>> = {
  essay: { kind: 'essay', text: 'Hôm trước tôi nhận một tin nhắn lạ.' },
  'file-answer': {
    kind: 'file-answer',
    files: [{ fileId: 'cd'.repeat(32), name: 'bai-cua-chi-hanh.jpg', mediaType: 'image/jpeg', bytes: 9 }],
  },
};

const publish = async (rules: Record<string, unknown> = {}, asked = questions) => {
  const params = { courseId: ulid() };
  await api.keep(params.courseId, asked);
  const body = {
    title: 'Bài viết',
    itemCount: asked.length,
    attemptsAllowed: 1,
    passHundredths: 500,
    ...rules,
  };
  const made = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  return made.body as QuizSummary;
};

const handIn = async (quiz: QuizSummary) => {
  const actor = await api.seated(quiz);
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  for (const item of attempt.items) {
    const response = RESPONSES[item.kind];
    if (response?.kind === 'file-answer') await api.bringFiles(attempt, actor, item.itemId, response.files);
    if (response) await api.save(attempt, actor, item, { response });
  }
  expect((await api.submit(attempt, actor)).body?.grade).toMatchObject({ gradeNo: 1, provisional: true });
  return { actor, attempt };
};

const claim = async ({ quizId }: QuizSummary, actor: object, at = after(300)) =>
  (
    await api.call(quizRoutes.claimMarkingTask, {
      actor: actor as typeof trainingHead,
      params: { quizId },
      at,
    })
  ).body?.task as { taskId: string; itemId: string; response: Response } | undefined;
const mark = ({ quizId }: QuizSummary, actor: object, taskId: string, level: number, at = after(310)) =>
  api.call(quizRoutes.markAnswer, {
    actor: actor as typeof trainingHead,
    params: { quizId, taskId },
    body: { choices: [level] },
    at,
  });
const gradeOf = async ({ actor, attempt }: { actor: Learner; attempt: Attempt }) =>
  (await api.call(quizRoutes.getAttempt, { actor, params: { attemptId: attempt.attemptId } })).body?.grade;
const queue = async ({ quizId }: QuizSummary, actor: object) =>
  (
    await api.call(quizRoutes.getMarkingQueue, {
      actor: actor as typeof trainingHead,
      params: { quizId },
      at: after(305),
    })
  ).body;

test('answers wait without a name, are marked by the rubric, and the mark is settled with the last of them', async () => {
  const quiz = await publish();
  const handed = await handIn(quiz);
  expect(await queue(quiz, trainingHead)).toEqual({ waiting: 2, forMe: 2, disputed: 0 });
  const first = await claim(quiz, trainingHead);
  expect(JSON.stringify(first)).not.toMatch(
    new RegExp(`${handed.actor.personId}|${handed.attempt.attemptId}|hanh`),
  );
  expect(await claim(quiz, trainingHead)).toEqual(first);
  if (!first) throw new Error('two answers were to wait');
  expect((await mark(quiz, trainingHead, first.taskId, 7)).body?.code).toBe('rubric-not-filled');
  const both = await Promise.all([1, 2].map(() => mark(quiz, trainingHead, first.taskId, 1)));
  for (const { body } of both) expect(body).toEqual({ decided: true, disputed: false });
  expect(await gradeOf(handed)).toMatchObject({ gradeNo: 2, scoreHundredths: 250, provisional: true });
  const second = await claim(quiz, trainingHead);
  if (!second) throw new Error('one answer was to wait');
  await mark(quiz, trainingHead, second.taskId, 2);
  expect(await gradeOf(handed)).toMatchObject({
    gradeNo: 3,
    scoreHundredths: 750,
    provisional: false,
    reason: 'marked-by-person',
  });
  expect(await claim(quiz, trainingHead)).toBeUndefined();
  expect(await queue(quiz, trainingHead)).toEqual({ waiting: 0, forMe: 0, disputed: 0 });
});

test('a marker’s note reaches the learner with the explanations, not before', async () => {
  const note = 'Đủ ý. Lần sau thêm một ví dụ nhé.';
  const noted = async (explanations: string) => {
    const rules = { review: { explanations }, closesAt: after(3_600) };
    const quiz = await publish(rules, questions.slice(0, 1));
    const { actor, attempt } = await handIn(quiz);
    const task = await claim(quiz, trainingHead);
    const params = { quizId: quiz.quizId, taskId: task?.taskId ?? '' };
    const body = { choices: [1], note: `  ${note} ` };
    const at = after(400);
    await api.call(quizRoutes.markAnswer, { actor: trainingHead, params, body, at });
    const { attemptId } = attempt;
    return api.call(quizRoutes.reviewAttempt, { actor, params: { attemptId }, at: after(500) });
  };
  expect((await noted('after-submission')).body?.items).toMatchObject([{ earned: 50, note }]);
  expect(JSON.stringify((await noted('after-close')).body)).not.toContain(note);
});

test('a teacher is given the own learners’ answers only, and one that another holds after half an hour', async () => {
  const quiz = await publish({}, questions.slice(0, 1));
  const handed = await handIn(quiz);
  const own = await api.teacherOf(handed.actor);
  const stranger = await api.teacherOf(await api.seated(quiz));
  expect(await claim(quiz, stranger.teacher)).toBeUndefined();
  const task = await claim(quiz, own.teacher);
  if (!task) throw new Error('an answer was to wait');
  expect((await mark(quiz, stranger.teacher, task.taskId, 1)).status).toBe(404);
  expect(await claim(quiz, trainingHead)).toBeUndefined();
  expect((await mark(quiz, trainingHead, task.taskId, 1)).body?.code).toBe('task-not-yours');
  const late = after(300 + 1801);
  expect((await claim(quiz, trainingHead, late))?.taskId).toBe(task.taskId);
  expect((await mark(quiz, own.teacher, task.taskId, 1, late)).body?.code).toBe('task-not-yours');
});

test('two markers who differ too much leave the answer to the training office, whose mark decides', async () => {
  const quiz = await publish({ markers: 2, markTolerance: 10 }, questions.slice(0, 1));
  const handed = await handIn(quiz);
  const { teacher: lan, classId } = await api.teacherOf(handed.actor);
  const minh = { personId: ulid(), roles: ['teacher'] as const };
  const classes = new ClassStore(api.table.db, api.table.table);
  await classes.saveMembership({ classId, personId: minh.personId, as: 'teacher', version: 1 });
  const task = await claim(quiz, lan);
  if (!task) throw new Error('an answer was to wait');
  expect((await mark(quiz, lan, task.taskId, 2)).body).toEqual({ decided: false, disputed: false });
  expect(await claim(quiz, lan)).toBeUndefined();
  await claim(quiz, minh);
  expect((await mark(quiz, minh, task.taskId, 0)).body).toEqual({ decided: false, disputed: true });
  expect(await queue(quiz, lan)).toEqual({ waiting: 1, forMe: 0, disputed: 1 });
  expect(await gradeOf(handed)).toMatchObject({ gradeNo: 1, provisional: true });
  await claim(quiz, trainingHead);
  expect((await mark(quiz, trainingHead, task.taskId, 1)).body).toEqual({ decided: true, disputed: false });
  expect(await gradeOf(handed)).toMatchObject({ gradeNo: 2, scoreHundredths: 500, provisional: false });
});

test('the only head decides a dispute in which the own mark is one of the two', async () => {
  const quiz = await publish({ markers: 2, markTolerance: 10 }, questions.slice(0, 1));
  const handed = await handIn(quiz);
  const { teacher } = await api.teacherOf(handed.actor);
  const task = await claim(quiz, trainingHead);
  if (!task) throw new Error('an answer was to wait');
  await mark(quiz, trainingHead, task.taskId, 2);
  await claim(quiz, teacher);
  expect((await mark(quiz, teacher, task.taskId, 0)).body).toEqual({ decided: false, disputed: true });
  expect(await queue(quiz, trainingHead)).toEqual({ waiting: 1, forMe: 1, disputed: 1 });
  expect((await claim(quiz, trainingHead))?.taskId).toBe(task.taskId);
  const sent = await Promise.all([1, 2].map(() => mark(quiz, trainingHead, task.taskId, 2)));
  for (const { body } of sent) expect(body).toEqual({ decided: true, disputed: false });
  expect(await gradeOf(handed)).toMatchObject({ gradeNo: 2, scoreHundredths: 1000, provisional: false });
});

test('nobody is given an own answer to mark, whatever else they may', async () => {
  const quiz = await publish({}, questions.slice(0, 1));
  const { actor } = await handIn(quiz);
  const head = { ...actor, roles: ['learner', 'training-head'] as const };
  expect(await queue(quiz, head)).toEqual({ waiting: 0, forMe: 0, disputed: 0 });
  expect(await claim(quiz, head)).toBeUndefined();
  const task = await claim(quiz, trainingHead);
  expect((await mark(quiz, head, task?.taskId ?? '', 2)).status).toBe(404);
});
