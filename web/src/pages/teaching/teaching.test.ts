import { describe, expect, it } from 'vitest';
import { vi } from '../../messages/vi.ts';
import { byAbsence, reminderFor } from './reminder.ts';
import { resultsByQuiz } from './results.ts';
import { agoText, classSentence, type Learner, markText, rosterOf, stateOf } from './roster.ts';

const { teaching: t } = vi;
const quiz = (bestHundredths: number | undefined, attempts = 1) => ({
  ...{ quizId: 'q', attempts, passed: (bestHundredths ?? 0) >= 500 },
  ...(bestHundredths !== undefined && { bestHundredths }),
});
const course = (
  status: 'confirmed' | 'completed' | 'waitlisted' | undefined,
  best?: number,
  attempts = 1,
) => ({
  ...{ courseId: 'c', attempts: best === undefined ? 0 : attempts, ...(status && { status }) },
  ...(best !== undefined && { bestHundredths: best }),
  quizzes: best === undefined ? [] : [quiz(best, attempts)],
});
const learner = (fullName: string, over: Partial<Learner> = {}): Learner => ({
  ...{ personId: fullName, fullName, behind: false, courses: new Map() },
  ...over,
});
const since = '2026-11-05T05:00:00.000Z';

describe('the roster', () => {
  it('joins names and progress by given name, leaves teachers out, and keeps who has not begun', () => {
    const members = [
      { personId: 'b', fullName: 'Võ Minh Trí', as: 'learner' as const, since },
      { personId: 't', fullName: 'Đặng Thị Thu Trang', as: 'teacher' as const, since },
      { personId: 'a', fullName: 'Cao Thành Đạt', as: 'learner' as const, since },
    ];
    const progress = {
      ...{ classId: 'x', courses: [] },
      learners: [{ personId: 'b', behind: true, courses: [course('completed', 850)] }],
    };
    expect(rosterOf(members, progress).map(({ fullName, behind }) => [fullName, behind])).toEqual([
      ['Cao Thành Đạt', false],
      ['Võ Minh Trí', true],
    ]);
  });

  it('tells how a course stands, in words too', () => {
    const states = [
      course('completed', 800),
      course('completed', 799),
      course('confirmed', 450),
      course('confirmed'),
      course('waitlisted'),
      undefined,
    ];
    expect(states.map(stateOf)).toEqual(['good', 'passed', 'almost', 'open', 'waiting', 'none']);
    expect(markText(course('completed', 745), t)).toBe('7,5 điểm, đạt');
    expect(markText(undefined, t)).toBe('không ghi danh');
  });

  it('counts days by the calendar here', () => {
    const now = '2026-11-25T18:00:00.000Z';
    expect(agoText('2026-11-25T17:30:00.000Z', now, t)).toBe('hôm nay');
    expect(agoText('2026-11-25T16:30:00.000Z', now, t)).toBe('hôm qua');
    expect(agoText('2026-11-18T16:30:00.000Z', now, t)).toBe('8 ngày trước');
    expect(agoText(undefined, now, t)).toBe('chưa làm');
  });

  it('says the class in one sentence, whatever its state', () => {
    const say = (learners: number, completed: number, behind: number) =>
      classSentence({ learners, completed, behind }, 7, t);
    expect(say(34, 14, 6)).toBe('14 trong 34 người đã đạt ít nhất một khóa. 6 người 7 ngày chưa làm bài.');
    expect(say(34, 0, 0)).toBe('Chưa ai trong 34 người đạt khóa nào. Hôm nay không ai cần nhắc.');
    expect(say(3, 3, 0)).toBe('Cả 3 người đã đạt ít nhất một khóa. Hôm nay không ai cần nhắc.');
    expect(say(0, 0, 0)).toBe('Lớp chưa có học viên nào.');
  });
});

describe('the reminder', () => {
  const courses = [{ courseId: 'c', slug: 'an-toan', title: 'An toàn trên mạng' }];
  const about = { className: 'Lớp 12A1', courses, origin: 'https://hoc.vn' };
  const huy = learner('Phạm Quốc Huy', { courses: new Map([['c', course('confirmed')]]) });

  it('calls one person by the given name and leads to their open course', () => {
    const text = reminderFor([huy], about, t.remind);
    expect(text).toContain('Chào Huy, ');
    expect(text).toContain('An toàn trên mạng');
    expect(text.endsWith('https://hoc.vn/khoa-hoc/an-toan')).toBe(true);
  });

  it('calls several, and tells no marks', () => {
    const done = course('completed', 950);
    const nghia = learner('Đặng Hữu Nghĩa', { courses: new Map([['c', done]]) });
    const text = reminderFor([huy, nghia], about, t.remind);
    expect(text).toContain('Chào Huy, Nghĩa.');
    expect(text).not.toMatch(/9,5|điểm/);
    expect(reminderFor([], about, t.remind)).toBe('');
  });

  it('puts first who never began, then who has been away longest', () => {
    const absent = byAbsence([
      learner('An', { behind: true, lastActivityAt: '2026-11-18T05:00:00.000Z' }),
      learner('Bình'),
      learner('Chi', { behind: true }),
      learner('Dũng', { behind: true, lastActivityAt: '2026-11-10T05:00:00.000Z' }),
    ]);
    expect(absent.map(({ fullName }) => fullName)).toEqual(['Chi', 'Dũng', 'An']);
  });
});

it('sums up a quiz from the best mark of each learner', () => {
  const ofMark = (best: number | undefined, attempts = 1) =>
    learner(String(best), {
      courses: new Map([
        ['c', { ...course('confirmed', best ?? 0, attempts), quizzes: [quiz(best, attempts)] }],
      ]),
    });
  expect(resultsByQuiz([ofMark(1000), ofMark(450, 2), ofMark(605), ofMark(undefined)])).toEqual([
    {
      ...{ quizId: 'q', courseId: 'c', taken: 3, passed: 2, failed: 1, attempts: 5 },
      ...{ averageHundredths: 685, bestHundredths: 1000 },
    },
  ]);
  expect(resultsByQuiz([ofMark(undefined), learner('An')])).toEqual([]);
});
