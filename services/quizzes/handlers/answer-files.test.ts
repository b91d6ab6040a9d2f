import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mp4, SOUNDS } from '#shared/files/recordings.suite.ts';
import { type Attempt, answerFileRoutes, type QuizSummary, quizRoutes, type Response } from '../contract.ts';
import { paragraph, run, wordFile } from '../domain/formats/word/word-file.suite.ts';
import { MOST_ANNOUNCED } from '../domain/hand-over.ts';
import { key, type Learner, QuizApi, trainingHead } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

type Bytes = Uint8Array<ArrayBuffer>;
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const rubric = {
  criteria: [{ name: 'Đủ ý', levels: [0, 5].map((points) => ({ points, words: `Mức ${points}` })) }],
};
const question = {
  kind: 'file-answer' as const,
  title: 'Ảnh bài làm',
  stem: 'Chụp bài làm của bạn.',
  rubric,
  mediaTypes: ['image/*', 'application/pdf', WORD_TYPE],
  maxFiles: 2,
  maxBytes: 50_000,
};

const text = (said: string): Bytes => new TextEncoder().encode(said);
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('một bức ảnh')]);
const PDF = text('%PDF-1.7 bài làm');
const WORD = Uint8Array.from(wordFile(paragraph(run('Bài làm của tôi'))));
const idOf = (bytes: Bytes): string => createHash('sha256').update(bytes).digest('hex');

/** A quiz of one question that is answered by files, with an attempt of somebody whose teacher is known. */
const begun = async (rules: Record<string, unknown> = {}, mediaTypes = question.mediaTypes) => {
  const courseId = ulid();
  await api.keep(courseId, [{ ...question, mediaTypes }]);
  const made = await api.call(quizRoutes.publishQuiz, {
    actor: trainingHead,
    params: { courseId },
    headers: key(),
    body: { title: 'Bài', itemCount: 1, attemptsAllowed: 1, passHundredths: 500, ...rules },
  });
  const quiz = made.body as QuizSummary;
  const actor = await api.seated(quiz);
  const { teacher } = await api.teacherOf(actor);
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  return { quiz, actor, teacher, attempt, itemId: attempt.items[0]?.itemId ?? '' };
};
type World = Awaited<ReturnType<typeof begun>>;

const announce = (
  { attempt, itemId, actor }: Pick<World, 'attempt' | 'itemId' | 'actor'>,
  file: { fileId: string; mediaType: string; bytes: number },
  at = after(30),
) =>
  api.call(answerFileRoutes.handOverFile, {
    actor,
    params: { attemptId: attempt.attemptId, itemId },
    body: file,
    at,
  });
const about = (bytes: Bytes, mediaType = 'image/jpeg') => ({
  fileId: idOf(bytes),
  mediaType,
  bytes: bytes.length,
});
type Announced = Awaited<ReturnType<typeof announce>>;
type Upload = { readonly url: string; readonly headers: Record<string, string> };
const uploadOf = ({ body }: Announced): Upload => (body as { upload: Upload }).upload;
const put = (answer: Announced, body: Bytes) => {
  const { url, headers } = uploadOf(answer);
  return fetch(url, { method: 'PUT', body, headers });
};
/** Announces, sends and announces again; the last answer. */
const handOver = async (world: World, bytes: Bytes, mediaType = 'image/jpeg', at = after(30)) => {
  expect((await put(await announce(world, about(bytes, mediaType), at), bytes)).status).toBe(200);
  return announce(world, about(bytes, mediaType), at);
};
const answered = (...files: Bytes[]): Response => ({
  kind: 'file-answer',
  files: files.map((bytes) => ({ ...about(bytes), name: 'Bài của Lan.jpg' })),
});
const save = ({ attempt, actor, itemId }: World, response: Response, version = 1) =>
  api.call(quizRoutes.saveAnswer, {
    actor,
    params: { attemptId: attempt.attemptId, itemId },
    body: { response, version },
    at: after(60),
  });

test('a file is sent straight to the bucket, taken by what is in it, and counts once an answer names it', async () => {
  const world = await begun();
  const first = await announce(world, about(JPEG));
  expect(first.body).toMatchObject({ there: false, upload: { url: expect.any(String) } });
  expect((await save(world, answered(JPEG))).body?.code).toBe('file-not-there');
  const { url } = uploadOf(first);
  // Other bytes never come to lie under this name, and nobody leaves the checksum out.
  const other = Uint8Array.from(JPEG).fill(7, 4);
  expect((await put(first, other)).status).toBe(400);
  expect((await fetch(url, { method: 'PUT', body: JPEG })).ok).toBe(false);
  expect((await announce(world, about(JPEG))).body).toMatchObject({ there: false });
  expect((await put(first, JPEG)).status).toBe(200);
  expect((await announce(world, about(JPEG))).body).toEqual({ there: true });
  expect((await announce(world, about(JPEG))).body).toEqual({ there: true });

  expect((await save(world, answered(JPEG))).status).toBe(200);
  expect((await save(world, answered(JPEG))).status).toBe(200);
  await handOver(world, WORD, WORD_TYPE);
  expect((await save(world, answered(JPEG, WORD), 2)).status).toBe(200);
  const { attemptId } = world.attempt;
  const read = await api.call(quizRoutes.getAttempt, {
    actor: world.actor,
    params: { attemptId },
    at: after(70),
  });
  expect((read.body as Attempt).answers).toMatchObject([{ version: 2, response: answered(JPEG, WORD) }]);
  await api.submit(world.attempt, world.actor);
  const queue = await api.call(quizRoutes.getMarkingQueue, {
    actor: world.teacher,
    params: { quizId: world.quiz.quizId },
  });
  expect(queue.body).toMatchObject({ waiting: 1 });
});

test.each(SOUNDS)('a recording is taken where sound is asked for: %s, %s', async (_, mediaType, bytes) => {
  const world = await begun({}, ['audio/*']);
  expect((await handOver(world, bytes, mediaType)).body).toEqual({ there: true });
});

describe('a file is refused', () => {
  const zip = (files: Record<string, Uint8Array>): Bytes => Uint8Array.from(zipSync(files));
  test.each([
    ['of a type that the question does not take', about(PDF, 'audio/mpeg')],
    ['larger than the question takes', { ...about(PDF, 'application/pdf'), bytes: 50_001 }],
  ])('before it is sent: %s', async (_, file) => {
    expect((await announce(await begun(), file)).body?.code).toBe('file-not-taken');
  });
  test.each([
    ['a web page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can hold a script', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['a sound', text('ID3 một bài hát')],
    ['another zip', zip({ 'bai-lam.exe': text('MZ') })],
    [
      'a document with macros',
      zip({ 'word/document.xml': text('<w:document/>'), 'word/vbaProject.bin': text('Sub') }),
    ],
    ['a zip that breaks off', zip({ 'word/document.xml': text('<w:document/>') }).slice(0, -30)],
  ])('by what is in it, whatever it says it is: %s', async (_, bytes) => {
    const world = await begun();
    expect((await handOver(world, bytes, 'application/pdf')).body?.code).toBe('file-not-taken');
    expect((await save(world, answered(bytes))).body?.code).toBe('file-not-there');
  });
  test('by its tracks: a film where sound is asked for', async () => {
    const film = mp4('mp42', 'vide', 'soun');
    expect((await handOver(await begun({}, ['audio/*']), film, 'audio/mp4')).body?.code).toBe(
      'file-not-taken',
    );
  });
  test('once the attempt is handed in, and for a question that takes none', async () => {
    const world = await begun();
    expect((await announce({ ...world, itemId: ulid() }, about(JPEG))).status).toBe(404);
    await api.submit(world.attempt, world.actor);
    expect((await announce(world, about(JPEG), after(300))).body?.code).toBe('attempt-closed');
  });
});

test('addresses are given for a bounded number of files, and for one of these again and again', async () => {
  const world = await begun();
  const file = (n: number) => about(text(`%PDF-${n}`), 'application/pdf');
  for (let n = 0; n < MOST_ANNOUNCED - 2; n += 1)
    expect((await announce(world, file(n))).body).toMatchObject({ there: false });
  const last = await Promise.all([0, 1, 2, 3].map((n) => announce(world, file(MOST_ANNOUNCED + n))));
  expect(last.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
  expect((await announce(world, file(0))).body).toMatchObject({ there: false, upload: {} });
  expect((await handOver(await begun(), JPEG)).body).toEqual({ there: true });
});

test('after the deadline files of answers given without network are taken for as long as those are', async () => {
  const rules = { timeLimitMinutes: 20, lateSyncHours: 2 };
  const world = await begun(rules);
  const { attempt, actor, itemId } = world;
  const late = after(22 * 60);
  const token = attempt.startToken ?? '';
  await api.call(quizRoutes.submitAttempt, { actor, params: { attemptId: attempt.attemptId }, at: late });
  const answers = [{ itemId, response: answered(JPEG), version: 1, elapsedMs: 60_000 }];
  const take = () =>
    api.call(quizRoutes.takeLateAnswers, {
      actor,
      params: { attemptId: attempt.attemptId },
      body: { token, answers },
      at: late,
    });
  expect((await take()).body).toMatchObject({ taken: [] });
  expect((await handOver(world, JPEG, 'image/jpeg', late)).body).toEqual({ there: true });
  expect((await take()).body).toMatchObject({ taken: [itemId] });
  expect((await announce(world, about(PDF, 'application/pdf'), after(4 * 3600))).body?.code).toBe(
    'attempt-closed',
  );
});

test('a file is opened by whoever handed it in, and by whoever has it in hand to mark, and by nobody else', async () => {
  const world = await begun();
  const { actor, teacher, attempt, itemId, quiz } = world;
  await handOver(world, JPEG);
  await handOver(world, PDF, 'application/pdf');
  await save(world, answered(JPEG));
  await api.submit(attempt, actor);
  const [fileId, unnamed] = [idOf(JPEG), idOf(PDF)];
  const own = (who: Learner, of = fileId) =>
    api.call(answerFileRoutes.getAnswerFile, {
      actor: who,
      params: { attemptId: attempt.attemptId, itemId, fileId: of },
    });
  const mine = await own(actor);
  expect(mine.status).toBe(200);
  expect((await own({ personId: ulid(), roles: ['learner'] })).status).toBe(404);
  expect((await own(actor, 'a'.repeat(64))).status).toBe(404);

  const { quizId } = quiz;
  const claim = async (marker: typeof teacher | typeof trainingHead) =>
    (await api.call(quizRoutes.claimMarkingTask, { actor: marker, params: { quizId }, at: after(200) })).body
      ?.task as { taskId: string; response: Extract<Response, { kind: 'file-answer' }> } | undefined;
  const stranger = (await api.teacherOf({ personId: ulid(), roles: ['learner'] })).teacher;
  expect(await claim(stranger)).toBeUndefined();
  const task = await claim(teacher);
  expect(task?.response.files).toMatchObject([{ fileId, name: '1' }]);
  const open = (marker: typeof teacher | typeof trainingHead, of = fileId, at = after(300)) =>
    api.call(answerFileRoutes.getMarkingFile, {
      actor: marker,
      params: { quizId, taskId: task?.taskId ?? '', fileId: of },
      at,
    });
  const opened = await open(teacher);
  expect(opened).toMatchObject({ status: 200, body: { expiresInSeconds: 300 } });
  for (const { body } of [mine, opened]) {
    const file = await fetch(String(body?.url));
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="bai-lam-[0-9a-f]{8}"$/);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(JPEG);
  }
  // What its author has taken back, what another has in hand, and what is in hand no longer.
  expect((await open(teacher, unnamed)).status).toBe(404);
  expect((await open(stranger)).status).toBe(404);
  expect((await open(trainingHead)).status).toBe(404);
  expect((await open(teacher, fileId, after(3 * 3600))).status).toBe(404);
});
