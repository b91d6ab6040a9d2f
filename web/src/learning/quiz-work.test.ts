import { describe, expect, it } from 'vitest';
import type { Api } from '../api/types.ts';
import { findQuizWork } from './quiz-work.ts';

type Given = { readonly body?: object; readonly kept?: { readonly body: object; readonly at: number } };
const REFUSED = { ok: false, problem: { type: '', code: 'offline', title: '', status: 0 } };
const quizzes = { quizzes: [{ quizId: 'Z', courseId: 'C', title: 'Kiểm tra' }] };
const attempts = (...statuses: readonly string[]) => ({
  attempts: statuses.map((status, at) => ({
    attemptId: `A${at}`,
    status,
    startedAt: '2026-11-26T01:00:00.000Z',
  })),
});
const seats = [
  { courseId: 'C', status: 'confirmed' },
  { courseId: 'D', status: 'completed' },
] as const;

/** The two calls, with what the service answers (nothing: no network), what is kept, and how often each was made. */
const calls = (lists: Given, tried: Given) => {
  const asked: string[] = [];
  const route = (name: string, given: Given) => () => {
    asked.push(name);
    const answer = Promise.resolve(given.body ? { ok: true, status: 200, body: given.body } : REFUSED);
    return Object.assign(answer, { kept: () => Promise.resolve(given.kept) });
  };
  const api = { listCourseQuizzes: route('quizzes', lists), listMyAttempts: route('attempts', tried) };
  return { api: api as unknown as Pick<Api, 'listCourseQuizzes' | 'listMyAttempts'>, asked };
};
const kept = (body: object, at: number) => ({ body, at });

describe('findQuizWork', () => {
  it('finds what was begun in courses with a seat, and asks once although what is kept is wanted too', async () => {
    const { api, asked } = calls(
      { body: quizzes, kept: kept(quizzes, 20) },
      { body: attempts('submitted', 'open'), kept: kept(attempts('open'), 10) },
    );
    const reply = findQuizWork(seats, api);
    expect(await reply.kept()).toMatchObject({ at: 10, body: { open: [{ attemptId: 'A0', quizId: 'Z' }] } });
    expect(await reply).toMatchObject({
      ok: true,
      body: { open: [{ attemptId: 'A1', title: 'Kiểm tra' }], quizzes: [{ quizId: 'Z', begun: 2 }] },
    });
    expect(asked).toEqual(['quizzes', 'attempts']);
  });

  it('has what is kept when there is no network, and says that there was none', async () => {
    const { api } = calls({ kept: kept(quizzes, 20) }, { kept: kept(attempts('open'), 10) });
    const reply = findQuizWork(seats, api);
    expect(await reply.kept()).toMatchObject({ body: { open: [{ attemptId: 'A0' }] } });
    expect(await reply).toEqual(REFUSED);
  });

  it('keeps nothing when a part of it is not kept', async () => {
    const { api } = calls({ kept: kept(quizzes, 20) }, {});
    expect(await findQuizWork(seats, api).kept()).toBeUndefined();
  });
});
