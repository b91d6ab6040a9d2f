import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeRoutes, MAX_ITEM_FILE } from '../contract.ts';
import { paragraph, run, wordFile } from '../domain/formats/word/word-file.suite.ts';
import { key, QuizApi, teacher } from '../quiz-api.suite.ts';

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
