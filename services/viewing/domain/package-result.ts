import { LESSON_STATUSES, type LessonStatus } from '#shared/contract/package-data.ts';
import type { WatchedAsset } from './viewing.ts';

/** A score on the scale of the package's author; the standard has 0 to 100 where nothing else is said. */
type Score = { readonly raw: number; readonly min?: number | undefined; readonly max?: number | undefined };

/** What a package had in its data model when it asked to be saved. */
export type Commit = {
  readonly sessionId: string;
  /** Counts the commits of a session from 1. */
  readonly commitNo: number;
  readonly status: LessonStatus;
  readonly location: string;
  readonly suspendData: string;
  readonly score?: Score | undefined;
  /** How long the session has lasted by now, seconds. */
  readonly sessionSeconds: number;
};

/** Where to go on: what the newest commit held. */
type Place = Pick<Commit, 'commitNo' | 'location' | 'suspendData' | 'score'> & { readonly sessionNo: number };

/** One opening of a package; `no` counts a person's openings, `seconds` is the longest time told of it. */
type Session = { readonly no: number; readonly seconds: number };

/** What is known of one person and one lesson of a package. */
export type PackageResult = {
  readonly personId: string;
  readonly assetId: string;
  readonly courseId?: string;
  /** Counted from 1; absent where it is the first, as of packages with one lesson. */
  readonly lesson?: number;
  /** How many lessons the package has; absent where it is one. */
  readonly lessons?: number;
  readonly status: LessonStatus;
  /** The best, on the 10-point scale in hundredths. */
  readonly scoreHundredths?: number;
  readonly totalSeconds: number;
  readonly place?: Place;
  readonly sessions: Readonly<Record<string, Session>>;
  readonly sessionCount: number;
  readonly version: number;
};

/** Commits of a session are taken until this many newer ones were begun: the item of a person has to stay small. */
const SESSIONS_KEPT = 50;
const FULL_MARK = 1000;
const USUAL_SCALE = { min: 0, max: 100 };

export const newPackageResult = (
  personId: string,
  { assetId, courseId, lessons }: Pick<WatchedAsset, 'assetId' | 'courseId' | 'lessons'>,
  lesson = 1,
): PackageResult => ({
  ...{ personId, assetId },
  ...(courseId && { courseId }),
  ...(lesson > 1 && { lesson }),
  ...(lessons && { lessons }),
  status: 'not attempted',
  totalSeconds: 0,
  sessions: {},
  sessionCount: 0,
  version: 0,
});

/** Undefined also for a name that every object answers to: devices make these up. */
const sessionOf = ({ sessions }: PackageResult, id: string): Session | undefined =>
  Object.hasOwn(sessions, id) ? sessions[id] : undefined;

/** Notes that a package was opened. The same object for a session that is known: a request may come twice. */
export function afterOpening(before: PackageResult, sessionId: string): PackageResult {
  if (sessionOf(before, sessionId)) return before;
  const sessionCount = before.sessionCount + 1;
  const kept = Object.entries(before.sessions).filter(([, { no }]) => no > sessionCount - SESSIONS_KEPT);
  const sessions = Object.fromEntries([...kept, [sessionId, { no: sessionCount, seconds: 0 }]]);
  return { ...before, sessions, sessionCount, version: before.version + 1 };
}

/** A score on the 10-point scale in hundredths; undefined where its scale has no width. */
export function hundredthsOf({
  raw,
  min = USUAL_SCALE.min,
  max = USUAL_SCALE.max,
}: Score): number | undefined {
  if (max <= min) return undefined;
  return Math.round(FULL_MARK * Math.min(1, Math.max(0, (raw - min) / (max - min))));
}

export const better = (a: LessonStatus, b: LessonStatus): LessonStatus =>
  LESSON_STATUSES.indexOf(a) >= LESSON_STATUSES.indexOf(b) ? a : b;

export const higher = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

const isNewer = ({ sessionNo, commitNo }: Place, place: Place | undefined): boolean =>
  !place || sessionNo > place.sessionNo || (sessionNo === place.sessionNo && commitNo > place.commitNo);

/**
 * What is known after a commit, in whatever order and however often commits arrive: each part is a greatest. The status
 * and the score are the best of all, so that who passed and looks again has still passed; the time is the longest of
 * each session, summed; the place is that of the newest commit. The same object when nothing was new, undefined for a
 * session that was never begun or is long over.
 */
export function afterCommit(before: PackageResult, commit: Commit): PackageResult | undefined {
  const session = sessionOf(before, commit.sessionId);
  if (!session) return undefined;
  const { commitNo, location, suspendData, score } = commit;
  const place = { sessionNo: session.no, commitNo, location, suspendData, ...(score && { score }) };
  const status = better(before.status, commit.status);
  const scoreHundredths = higher(before.scoreHundredths, score && hundredthsOf(score));
  const more = Math.max(0, commit.sessionSeconds - session.seconds);
  const goesOn = isNewer(place, before.place);
  const isKnown =
    !goesOn && more === 0 && status === before.status && scoreHundredths === before.scoreHundredths;
  if (isKnown) return before;
  return {
    ...before,
    status,
    ...(scoreHundredths !== undefined && { scoreHundredths }),
    totalSeconds: before.totalSeconds + more,
    ...(goesOn && { place }),
    sessions: { ...before.sessions, [commit.sessionId]: { ...session, seconds: session.seconds + more } },
    version: before.version + 1,
  };
}

/** What others are told of a lesson, or of all lessons of a package together. */
type Told = Pick<PackageResult, 'status' | 'scoreHundredths' | 'totalSeconds'> & {
  readonly lessonsDone?: number;
};

const minutesOf = (seconds: number): number => Math.floor(seconds / 60);

/**
 * Whether others hear of a change: a better status or score at once, time by the minute, however often a package saves.
 * That a session was begun, or stopped at another page, is nobody else's business.
 */
export const isNews = (before: Told, after: Told): boolean =>
  before.lessonsDone !== after.lessonsDone ||
  before.status !== after.status ||
  before.scoreHundredths !== after.scoreHundredths ||
  minutesOf(before.totalSeconds) !== minutesOf(after.totalSeconds);
