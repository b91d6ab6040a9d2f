import { addDays, dayOf } from '#shared/time/local-time.ts';
import type { BodyOf } from '../../api/types.ts';
import { mainDomain } from '../courses/domain-look.ts';

type Course = BodyOf<'getCourse'>;
export type CourseOnTv = Pick<Course, 'courseId' | 'slug' | 'title' | 'summary' | 'competenceCodes'> & {
  readonly lessons: Course['lessons'];
  readonly runs: Course['runs'];
};
export type Recording = BodyOf<'listCourseMedia'>['media'][number];
export type TvData = {
  readonly courses: readonly CourseOnTv[];
  readonly figures: BodyOf<'getPublicFigures'>;
  /** When this device was told, by its own clock, ISO 8601. */
  readonly readAt: string;
};

export type Door = { readonly path: string; readonly minutes?: number };
export type RunOnTv = {
  readonly runId: string;
  readonly title: string;
  readonly slug: string;
  readonly summary: string;
  readonly startsOn: string;
  readonly room?: string;
  /** Absent when what is known is too old to promise a seat. */
  readonly seatsLeft?: number;
};
export type ShownFigure = { readonly code: string; readonly value: number };
export type Message =
  | { readonly key: string; readonly kind: 'safety'; readonly at: number; readonly door: Door }
  | {
      readonly key: string;
      readonly kind: 'run';
      readonly run: RunOnTv;
      readonly day: RunDay;
      readonly door: Door;
    }
  | {
      readonly key: string;
      readonly kind: 'newest';
      readonly title: string;
      readonly summary: string;
      readonly door: Door;
    }
  | {
      readonly key: string;
      readonly kind: 'figures';
      readonly figures: readonly ShownFigure[];
      readonly door: Door;
    };
/** How people say when a run begins. */
export type RunDay = 'today' | 'tomorrow' | 'later';

/** Numbers and seats older than this are not shown at all: after a night they may be wrong. */
const TRUSTED_FOR_MS = 24 * 60 * 60 * 1000;
/** Runs that begin later than this many days from now are no news yet. */
const NEWS_DAYS = 30;
const MOST_RUNS = 4;

const ageOf = (readAt: string, now: string): number => Date.parse(now) - Date.parse(readAt);

/** The programme is made once a minute, so data may be a little younger than its "now". */
const BEAT_MS = 60_000;

/** Whether seats and totals may still be shown. A clock that was set back says nothing, so they are not. */
const isTrusted = (readAt: string, now: string): boolean => {
  const age = ageOf(readAt, now);
  return age >= -BEAT_MS && age <= TRUSTED_FOR_MS;
};

const dayWord = (startsOn: string, today: string): RunDay => {
  if (startsOn === today) return 'today';
  return startsOn === addDays(today, 1) ? 'tomorrow' : 'later';
};

/** The runs that begin today or soon and take names, earliest first. */
export const runsAhead = (data: TvData | undefined, now: string): readonly RunOnTv[] => {
  if (!data) return [];
  const today = dayOf(now);
  const last = addDays(today, NEWS_DAYS);
  const knowsSeats = isTrusted(data.readAt, now);
  return data.courses
    .flatMap((course) => course.runs.map((run) => ({ course, run })))
    .filter(({ run }) => run.open && run.startsOn >= today && run.startsOn <= last)
    .sort((a, b) => a.run.startsOn.localeCompare(b.run.startsOn))
    .slice(0, MOST_RUNS)
    .map(({ course, run }) => ({
      runId: run.runId,
      title: course.title,
      slug: course.slug,
      summary: course.summary,
      startsOn: run.startsOn,
      ...(run.room && { room: run.room }),
      ...(knowsSeats && { seatsLeft: run.seatsLeft }),
    }));
};

/** Seats left in the open runs of a course; undefined when there is no such run or what is known is too old. */
export const seatsLeftOf = (course: CourseOnTv, readAt: string, now: string): number | undefined => {
  const open = course.runs.filter((run) => run.open);
  if (open.length === 0 || !isTrusted(readAt, now)) return undefined;
  return open.reduce((sum, run) => sum + run.seatsLeft, 0);
};

/** The totals that may be shown now: counted, not withheld, and not older than a day. */
export const figuresNow = (data: TvData | undefined, now: string): readonly ShownFigure[] => {
  if (!data || !isTrusted(data.readAt, now)) return [];
  return data.figures.figures.flatMap(({ code, value }) => (value === null ? [] : [{ code, value }]));
};

/** Where a phone is led that scans a message about safety: the first lesson of the course on it, else all courses. */
export const safetyDoor = (data: TvData | undefined): Door => {
  const course = data?.courses.find(
    ({ competenceCodes, lessons }) => mainDomain(competenceCodes) === '4' && lessons.length > 0,
  );
  const [lesson] = course?.lessons ?? [];
  if (!course || !lesson) return { path: '/khoa-hoc' };
  return { path: `/khoa-hoc/${course.slug}/bai/${lesson.lessonNo}`, minutes: lesson.minutes };
};

/** Identifiers carry the time they were made, so the greatest is the newest. */
const newestCourse = (data: TvData | undefined): CourseOnTv | undefined =>
  data?.courses.reduce<CourseOnTv | undefined>(
    (best, course) => (best && best.courseId > course.courseId ? best : course),
    undefined,
  );

const newsOf = (data: TvData | undefined, now: string): readonly Message[] => {
  const today = dayOf(now);
  const newest = newestCourse(data);
  const figures = figuresNow(data, now);
  return [
    ...runsAhead(data, now).map((run) => ({
      key: `run-${run.runId}`,
      kind: 'run' as const,
      run,
      day: dayWord(run.startsOn, today),
      door: { path: `/khoa-hoc/${run.slug}` },
    })),
    ...(newest
      ? [
          {
            key: `newest-${newest.slug}`,
            kind: 'newest' as const,
            title: newest.title,
            summary: newest.summary,
            door: { path: `/khoa-hoc/${newest.slug}` },
          },
        ]
      : []),
    ...(figures.length > 1
      ? [{ key: 'figures', kind: 'figures' as const, figures, door: { path: '/' } }]
      : []),
  ];
};

/**
 * What the screen tells, in turn: a word on safety, a piece of news, and so on. Made anew from what is known and the
 * time, so nothing that is over is ever in it; never empty, because the words on safety need no network.
 */
export const messagesOf = (
  data: TvData | undefined,
  now: string,
  safetyCount: number,
): readonly Message[] => {
  const news = newsOf(data, now);
  const door = safetyDoor(data);
  return Array.from({ length: Math.max(safetyCount, news.length) }, (_, at) => {
    const word: Message = { key: `safety-${at}`, kind: 'safety', at, door };
    const piece = news[at];
    return [...(at < safetyCount ? [word] : []), ...(piece ? [piece] : [])];
  }).flat();
};

export type Tile =
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'run'; readonly run: RunOnTv; readonly day: RunDay }
  | { readonly kind: 'safety' }
  | { readonly kind: 'courses'; readonly count: number };

/** What can be chosen beside the loop; a tile is there only when there is something behind it. */
export const tilesOf = (
  data: TvData | undefined,
  recording: Recording | undefined,
  now: string,
): readonly Tile[] => {
  const [run] = runsAhead(data, now);
  return [
    ...(recording ? [{ kind: 'recording' as const, recording }] : []),
    ...(run ? [{ kind: 'run' as const, run, day: dayWord(run.startsOn, dayOf(now)) }] : []),
    { kind: 'safety' as const },
    ...(data && data.courses.length > 0 ? [{ kind: 'courses' as const, count: data.courses.length }] : []),
  ];
};
