import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Attempt,
  exchangeRoutes,
  itemMediaRoutes,
  MAX_ITEM_FILE,
  type QuizSummary,
  quizRoutes,
} from '../contract.ts';
import { paragraph, run, wordFile } from '../domain/formats/word/word-file.suite.ts';
import { key, learner, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const announce = async (params: { courseId: string }, bytes: number) => {
  const answer = await api.call(exchangeRoutes.requestItemUpload, {
    actor: teacher,
    params,
    body: { bytes },
  });
  expect(answer.status).toBe(200);
  return answer.body as { fileId: string; url: string };
};
const take = (params: { courseId: string }, body: Record<string, unknown>) =>
  api.call(exchangeRoutes.importQuestions, { actor: teacher, params, headers: key(), body });

const WORD = wordFile(
  paragraph(run('Câu 1. Ai hỏi mã OTP?')),
  paragraph(run('A. Ngân hàng')),
  paragraph(run('B. Kẻ lừa đảo', '<w:u w:val="single"/>')),
  paragraph(run('Câu 2. Chưa có đáp án')),
  paragraph(run('A. một')),
  paragraph(run('B. hai')),
);

test('a Word file is sent to the bucket and read from there', async () => {
  const params = { courseId: ulid() };
  const { fileId, url } = await announce(params, WORD.length);
  expect((await fetch(url, { method: 'PUT', body: WORD.slice(1) })).ok).toBe(false);
  expect((await fetch(url, { method: 'PUT', body: WORD.slice() })).status).toBe(200);
  expect(await take(params, { format: 'word', fileId })).toMatchObject({
    status: 201,
    body: {
      imported: 1,
      faults: [{ number: 2, code: 'no-right-answer', detail: expect.stringContaining('đáp án đúng') }],
      notices: [],
    },
  });
  expect((await take({ courseId: ulid() }, { format: 'word', fileId })).body?.code).toBe('file-not-found');
});

test('what cannot be read is refused by name', async () => {
  const params = { courseId: ulid() };
  const { fileId, url } = await announce(params, 4);
  await fetch(url, { method: 'PUT', body: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) });
  expect((await take(params, { format: 'word', fileId })).body?.code).toBe('file-unreadable');
  expect((await take(params, { format: 'excel', fileId })).body?.code).toBe('file-unreadable');
  expect((await take(params, { format: 'gift', fileId: ulid() })).body?.code).toBe('file-not-found');
  expect((await take(params, { format: 'gift', fileId, text: 'x' })).status).toBe(422);
  expect((await take(params, { format: 'gift' })).status).toBe(422);
  const large = { actor: teacher, params, body: { bytes: MAX_ITEM_FILE + 1 } };
  expect((await api.call(exchangeRoutes.requestItemUpload, large)).status).toBe(422);
});

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PICTURED = `<quiz><question type="truefalse"><name><text>Ảnh</text></name>
<questiontext format="html"><text>Ổ khóa? &lt;img src="@@PLUGINFILE@@/a.png" alt="ổ khóa"&gt;</text>
<file name="a.png" path="/" encoding="base64">${PNG}</file></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;

test('a picture of a file reaches staff, and of learners those whose paper shows it', async () => {
  const params = { courseId: ulid() };
  const taken = await take(params, { format: 'moodle-xml', text: PICTURED });
  expect(taken).toMatchObject({ body: { imported: 1, faults: [], notices: [] } });
  await api.approveAll(params.courseId);
  const body = { title: 'Kiểm tra', itemCount: 1, attemptsAllowed: 1, passHundredths: 500 };
  const made = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  const quiz = made.body as QuizSummary;
  const [one, other] = [learner(), learner()];
  await api.seat(quiz, one.personId);
  const attempt = (await api.start(quiz, one)).body as Attempt;
  const fileId = attempt.items[0]?.media?.[0]?.fileId ?? '';
  const { attemptId } = attempt;

  const ofStaff = await api.call(itemMediaRoutes.getBankFile, {
    actor: teacher,
    params: { ...params, fileId },
  });
  const own = await api.call(itemMediaRoutes.getAttemptFile, { actor: one, params: { attemptId, fileId } });
  for (const { body: address } of [ofStaff, own]) {
    const picture = await fetch(String(address?.url));
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe(PNG);
  }
  const missing = 'a'.repeat(64);
  const refused = [
    await api.call(itemMediaRoutes.getAttemptFile, { actor: other, params: { attemptId, fileId } }),
    await api.call(itemMediaRoutes.getAttemptFile, { actor: one, params: { attemptId, fileId: missing } }),
    await api.call(itemMediaRoutes.getBankFile, {
      actor: teacher,
      params: { ...params, fileId: missing },
    }),
    await api.call(itemMediaRoutes.getBankFile, {
      actor: teacher,
      params: { courseId: ulid(), fileId },
    }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404]);

  const exported = await api.call(exchangeRoutes.exportQuestions, {
    actor: teacher,
    params,
    query: { format: 'moodle-xml' },
  });
  const file = await fetch(String(exported.body?.url));
  expect(file.headers.get('content-disposition')).toContain('cau-hoi.xml');
  const again = await take({ courseId: ulid() }, { format: 'moodle-xml', text: await file.text() });
  expect(again.body).toMatchObject({ imported: 1, faults: [], notices: [] });
  const gift = await api.call(exchangeRoutes.exportQuestions, {
    actor: teacher,
    params,
    query: { format: 'gift' },
  });
  expect(gift.body).toMatchObject({ questions: 1, notices: [{ title: 'Ảnh', code: 'media-beyond' }] });
});

test('a picture is sent for a question by itself, known by its first bytes and measured', async () => {
  const params = { courseId: ulid() };
  const add = (fileId: string, to = params) =>
    api.call(exchangeRoutes.addItemFile, { actor: teacher, params: to, body: { fileId } });
  const send = async (bytes: Uint8Array<ArrayBuffer>) => {
    const { fileId, url } = await announce(params, bytes.length);
    expect((await fetch(url, { method: 'PUT', body: bytes })).status).toBe(200);
    return fileId;
  };
  const sent = await send(Uint8Array.from(Buffer.from(PNG, 'base64')));
  const { body: file } = await add(sent);
  expect(file).toEqual({
    fileId: createHash('sha256').update(Buffer.from(PNG, 'base64')).digest('hex'),
    mediaType: 'image/png',
    width: 1,
    height: 1,
  });
  expect((await add(sent)).body).toEqual(file);
  expect((await add(sent, { courseId: ulid() })).body?.code).toBe('file-not-found');
  expect((await add(ulid())).body?.code).toBe('file-not-found');
  const drawing = await send(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  expect((await add(drawing)).body?.code).toBe('file-not-shown');

  const picture = { ...file, width: undefined, height: undefined, alt: 'Một chấm' };
  const area = {
    shape: { kind: 'ellipse', centre: { x: 500, y: 500 }, radiusX: 90, radiusY: 90 },
    weight: 100,
  };
  const question = { kind: 'hot-spot', title: 'Chấm', stem: 'Ở đâu?', picture, picks: 1, areas: [area] };
  const written = await api.call(quizRoutes.writeItems, {
    actor: teacher,
    params,
    body: { questions: [question] },
  });
  expect(written.body).toMatchObject({ written: 1, faults: [] });
});
