import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import {
  type CourseOnTv,
  figuresNow,
  messagesOf,
  runsAhead,
  safetyDoor,
  type TvData,
  tilesOf,
} from './programme.ts';

const NOW = '2026-11-26T02:00:00.000Z';
const TODAY = dayOf(NOW);
const HOUR = 3_600_000;
const later = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

const run = (runId: string, startsOn: string, more: Partial<CourseOnTv['runs'][number]> = {}) => ({
  runId,
  courseId: 'c',
  code: runId,
  mode: 'in-person' as const,
  room: 'Phòng 1.02',
  seats: 20,
  seatsTaken: 12,
  seatsLeft: 8,
  waiting: 0,
  startsOn,
  endsOn: addDays(startsOn, 20),
  open: true,
  ...more,
});
const course = (courseId: string, runs: CourseOnTv['runs'], competenceCodes = ['5.1']): CourseOnTv => ({
  courseId,
  slug: `khoa-${courseId}`,
  title: `Khóa ${courseId}`,
  summary: 'Tóm tắt',
  competenceCodes,
  lessons: [{ lessonNo: 1, title: 'Bài một', minutes: 3 }],
  runs,
});
const known = (courses: readonly CourseOnTv[], readAt = NOW): TvData => ({
  courses,
  readAt,
  figures: {
    asOf: readAt,
    schoolYear: '2026-2027',
    figures: [
      { code: 'people-registered', value: 120, withheld: false },
      { code: 'runs-completed', value: null, withheld: true },
      { code: 'recordings-ready', value: 40, withheld: false },
    ],
  },
});
const kinds = (data: TvData | undefined, now = NOW) => messagesOf(data, now, 2).map(({ kind }) => kind);

describe('what the screen tells', () => {
  it('has words on safety even before anything is known', () => {
    expect(kinds(undefined)).toEqual(['safety', 'safety']);
    expect(tilesOf(undefined, undefined, NOW)).toEqual([{ kind: 'safety' }]);
  });

  it('takes turns between safety and news', () => {
    expect(kinds(known([course('A', [run('r', TODAY)])]))).toEqual([
      'safety',
      'run',
      'safety',
      'newest',
      'figures',
    ]);
  });

  it('names what begins today, tomorrow and later, earliest first', () => {
    const runs = [run('x', addDays(TODAY, 5)), run('y', TODAY), run('z', addDays(TODAY, 1))];
    const days = messagesOf(known([course('A', runs)]), NOW, 1).flatMap((one) =>
      one.kind === 'run' ? [one.day] : [],
    );
    expect(days).toEqual(['today', 'tomorrow', 'later']);
  });

  it('drops runs that began yesterday, are closed or far away', () => {
    const runs = [
      run('past', addDays(TODAY, -1)),
      run('closed', addDays(TODAY, 2), { open: false }),
      run('far', addDays(TODAY, 60)),
    ];
    expect(runsAhead(known([course('A', runs)]), NOW)).toEqual([]);
  });

  it('promises no seats and shows no totals that are older than a day, or from a clock ahead of its own', () => {
    const data = known([course('A', [run('r', addDays(TODAY, 3))])]);
    expect(runsAhead(data, later(23 * HOUR))[0]).toHaveProperty('seatsLeft', 8);
    expect(runsAhead(data, later(25 * HOUR))[0]).not.toHaveProperty('seatsLeft');
    expect(figuresNow(data, later(23 * HOUR))).toHaveLength(2);
    expect(figuresNow(data, later(25 * HOUR))).toEqual([]);
    expect(figuresNow(data, later(-HOUR))).toEqual([]);
  });

  it('never shows what was not counted or is withheld', () => {
    expect(figuresNow(known([]), NOW).map(({ code }) => code)).toEqual([
      'people-registered',
      'recordings-ready',
    ]);
  });

  it('leads from safety to the course on safety, and to all courses where there is none', () => {
    expect(safetyDoor(known([course('A', []), course('B', [], ['2.5', '4.2', '4.3'])]))).toEqual({
      path: '/khoa-hoc/khoa-B/bai/1',
      minutes: 3,
    });
    expect(safetyDoor(known([course('A', [])]))).toEqual({ path: '/khoa-hoc' });
  });

  it('never is empty, never doubles a message, never shows a run that has begun, at any time whatever was kept', () => {
    const runs = fc.array(
      fc.record({ day: fc.integer({ min: -40, max: 40 }), open: fc.boolean(), left: fc.nat(30) }),
      { maxLength: 8 },
    );
    const courses = fc.array(runs, { maxLength: 5 }).map((lists) =>
      lists.map((list, at) =>
        course(
          `C${at}`,
          list.map(({ day, open, left }, no) =>
            run(`${at}-${no}`, addDays(TODAY, day), { open, seatsLeft: left }),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(courses, fc.integer({ min: -48 * HOUR, max: 40 * 24 * HOUR }), (list, passed) => {
        const now = later(passed);
        const shown = messagesOf(known(list), now, 6);
        expect(shown.length).toBeGreaterThan(5);
        expect(new Set(shown.map(({ key }) => key)).size).toBe(shown.length);
        for (const one of shown) if (one.kind === 'run') expect(one.run.startsOn >= dayOf(now)).toBe(true);
        for (const tile of tilesOf(known(list), undefined, now))
          if (tile.kind === 'run') expect(tile.run.startsOn >= dayOf(now)).toBe(true);
      }),
    );
  });
});
