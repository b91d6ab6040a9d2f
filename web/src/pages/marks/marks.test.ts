import { describe, expect, it } from 'vitest';
import type { Api, BodyOf } from '../../api/types.ts';
import { vi } from '../../messages/vi.ts';
import { confirmMarks } from './confirm.ts';
import { confirmable, type MarkRow, marksSentence, stateOf } from './mark-rows.ts';
import { createNameBook } from './name-book.ts';
import { regradeAll } from './regrade.ts';
import { missing, pointsOf } from './rubric.ts';

const offline = { ok: false as const, problem: { status: 0, code: 'offline', title: '' } };
const grade = { gradeNo: 1, scoreHundredths: 750, passed: true, gradedAt: '2026-11-26T02:00:00.000Z' };

const row = (no: number, more: Partial<MarkRow> = {}): MarkRow => ({
  attemptId: `attempt-${no}`,
  personId: `person-${no}`,
  attemptNo: 1,
  startedAt: '2026-11-26T01:00:00.000Z',
  submittedBy: 'person',
  waiting: 0,
  grade: { ...grade, provisional: true },
  ...more,
});
const final = { grade: { ...grade, provisional: false } };

/** Answers of one route, one after another, and what was sent to it. */
function answering<T>(answers: readonly T[]) {
  const sent: unknown[] = [];
  const call = async (request: unknown) => {
    sent.push(request);
    return answers[sent.length - 1];
  };
  return { sent, call: call as never };
}

describe('what a mark waits for', () => {
  it('is a marker first, then a confirmation', () => {
    expect(
      [row(1, { waiting: 1 }), row(2), row(3, final), row(4, { grade: undefined })].map(stateOf),
    ).toEqual([...['marking', 'provisional', 'final', 'ungraded']]);
    expect(confirmable([row(1, { waiting: 1 }), row(2), row(3, final)])).toEqual([row(2)]);
  });

  it('is said before the numbers', () => {
    const say = (rows: readonly MarkRow[], isMore = false) => marksSentence(rows, isMore, vi.marks);
    expect(say([row(1), row(2, { waiting: 2 }), row(3, final)])).toBe(
      '3 bài đã nộp. 1 bài chờ xác nhận điểm. 1 bài còn câu chờ người chấm.',
    );
    expect(say([row(1, final)])).toBe('1 bài đã nộp. Mọi điểm đã chính thức.');
    expect(say([row(1, final)], true), 'more are unknown').toBe('Hơn 1 bài đã nộp.');
  });
});

describe('confirming', () => {
  const outcomes = (from: number, to: number, outcome = 'confirmed') => ({
    ok: true,
    body: {
      outcomes: Array.from({ length: to - from }, (_, at) => ({
        attemptId: `attempt-${from + at}`,
        outcome,
      })),
    },
  });
  const rows = Array.from({ length: 130 }, (_, no) => row(no));

  it('sends a hundred at a time, by their numbers, and sorts what became of them', async () => {
    const route = answering([outcomes(0, 100), outcomes(100, 130, 'changed')]);
    const answer = await confirmMarks('quiz', rows, { confirmGrades: route.call });
    expect(route.sent).toHaveLength(2);
    expect(route.sent[1]).toMatchObject({ body: { attempts: { length: 30 } } });
    expect(answer).toMatchObject({ ok: true, body: { confirmed: { length: 100 }, changed: { length: 30 } } });
  });

  it('tells of a refusal on the way', async () => {
    const route = answering([outcomes(0, 100), offline]);
    expect(await confirmMarks('quiz', rows, { confirmGrades: route.call })).toBe(offline);
  });
});

describe('marking again', () => {
  const command = { quizId: 'quiz', itemId: 'item', reason: 'Khóa sai', preview: false };
  const change = { attemptId: 'a', personId: 'p', fromHundredths: 500, toHundredths: 750 };
  const page = (next?: string) => ({
    ok: true,
    body: {
      ...{ version: 2, unchanged: 3, notComparable: 1, undecided: 0, next },
      changes: [{ ...change, passedBefore: false, passes: true }],
    },
  });

  it('goes through every page and adds them up', async () => {
    const route = answering([page('more'), page()]);
    const told: number[] = [];
    const answer = await regradeAll(command, (n) => told.push(n), { regradeQuiz: route.call });
    expect(told).toEqual([5, 10]);
    expect(answer).toMatchObject({ body: { changes: { length: 2 }, unchanged: 6, notComparable: 2 } });
    expect(route.sent.map((sent) => (sent as { body: object }).body)).toEqual([
      { itemId: 'item', reason: 'Khóa sai', preview: false },
      { itemId: 'item', reason: 'Khóa sai', preview: false, cursor: 'more' },
    ]);
  });

  it('tells of a refusal on the way', async () => {
    const route = answering([page('more'), offline]);
    expect(await regradeAll(command, () => undefined, { regradeQuiz: route.call })).toBe(offline);
  });
});

describe('names', () => {
  const asked = (pages: readonly unknown[]) => {
    const classes = answering([
      {
        ok: true,
        body: {
          classes: [
            { classId: 'c1', name: '12A1' },
            { classId: 'c2', name: '12A2' },
          ],
        },
      },
    ]);
    const member = (personId: string) => ({ personId, fullName: `Tên ${personId}` });
    const members = answering([
      { ok: true, body: { members: [member('a')] } },
      { ok: true, body: { members: [member('a'), member('b')] } },
    ]);
    const register = answering(pages);
    const api = { listClasses: classes.call, listClassMembers: members.call, listPeople: register.call };
    return { api: api as unknown as Api, classes, register };
  };
  const pageOf = (personId: string, next?: string) => ({
    ok: true,
    body: { people: [{ personId, fullName: `Tên ${personId}` }], next } as unknown as BodyOf<'listPeople'>,
  });
  const found = async (book: ReturnType<typeof createNameBook>, ids: readonly string[]) => {
    const answer = await book(ids);
    return answer.ok && ids.map((id) => answer.body.get(id));
  };

  it('are of the classes, which are asked once; a teacher asks the register nothing', async () => {
    const { api, classes, register } = asked([]);
    const book = createNameBook(false, api);
    expect(await found(book, ['a', 'c'])).toEqual([
      { fullName: 'Tên a', className: '12A1, 12A2' },
      undefined,
    ]);
    expect(await found(book, ['b'])).toEqual([{ fullName: 'Tên b', className: '12A2' }]);
    expect([classes.sent.length, register.sent.length]).toEqual([1, 0]);
  });

  it('are of the register for the office, no further than needed', async () => {
    const { api, register } = asked([pageOf('c', 'two'), pageOf('d', 'three')]);
    const book = createNameBook(true, api);
    expect(await found(book, ['a'])).toHaveLength(1);
    expect(register.sent).toHaveLength(0);
    expect(await found(book, ['d', 'c'])).toEqual([{ fullName: 'Tên d' }, { fullName: 'Tên c' }]);
    expect(register.sent).toHaveLength(2);
  });

  it('are asked again after a refusal', async () => {
    const { api, register } = asked([offline, pageOf('c')]);
    const book = createNameBook(true, api);
    expect(await book(['c'])).toBe(offline);
    expect(await found(book, ['c'])).toEqual([{ fullName: 'Tên c' }]);
    expect(register.sent).toHaveLength(2);
  });
});

it('counts the points of a rubric and what is left to choose', () => {
  const levels = [0, 20, 40].map((points) => ({ points, words: `mức ${points}` }));
  const criteria = [
    { name: 'Ý', levels },
    { name: 'Lời', levels: levels.slice(0, 2) },
  ];
  expect(pointsOf(criteria, [2, undefined])).toEqual({ points: 40, most: 60 });
  expect([missing(criteria, [2, undefined]), missing(criteria, [0, 1])]).toEqual([1, 0]);
});
