import type { LessonStatus } from '#shared/contract/package-data.ts';
import { better, higher, type PackageResult } from './package-result.ts';

/** The best that is known of one lesson. */
type LessonResult = Pick<PackageResult, 'status' | 'scoreHundredths' | 'totalSeconds'>;

/** What one person has reached in a package of several lessons, by the number of each that was begun. */
export type PackageWhole = Pick<PackageResult, 'personId' | 'assetId' | 'courseId' | 'version'> & {
  /** How many the package has. */
  readonly lessons: number;
  readonly results: Readonly<Record<string, LessonResult>>;
};

/** The same as one result, as it is told to others. */
type RolledUp = LessonResult & { readonly lessonsDone: number };

export const newPackageWhole = (
  { personId, assetId, courseId }: PackageResult,
  lessons: number,
): PackageWhole => ({
  ...{ personId, assetId, lessons },
  ...(courseId && { courseId }),
  results: {},
  version: 0,
});

const UNBEGUN: LessonResult = { status: 'not attempted', totalSeconds: 0 };

/** Takes in what a lesson has reached. Of each part the greatest is kept, so order and repetition change nothing. */
export function afterLesson(before: PackageWhole, { lesson = 1, ...now }: PackageResult): PackageWhole {
  const was = before.results[lesson] ?? UNBEGUN;
  const scoreHundredths = higher(was.scoreHundredths, now.scoreHundredths);
  const result = {
    status: better(was.status, now.status),
    ...(scoreHundredths !== undefined && { scoreHundredths }),
    totalSeconds: Math.max(was.totalSeconds, now.totalSeconds),
  };
  return {
    ...before,
    results: { ...before.results, [lesson]: result },
    version: before.version + 1,
  };
}

const isDone = ({ status }: LessonResult): boolean => status === 'completed' || status === 'passed';
const isOver = (result: LessonResult): boolean => isDone(result) || result.status === 'failed';

/** Neither the standard nor its tools say how lessons add up; this never goes back while each of them does not. */
function statusOf(results: readonly LessonResult[], lessons: number): LessonStatus {
  const isEach = (is: (result: LessonResult) => boolean) => results.length >= lessons && results.every(is);
  if (isEach(isDone)) return results.some(({ status }) => status === 'passed') ? 'passed' : 'completed';
  if (isEach(isOver)) return 'failed';
  const best = results.reduce<LessonStatus>((so, { status }) => better(so, status), UNBEGUN.status);
  return best === 'not attempted' || best === 'browsed' ? best : 'incomplete';
}

/** The mean of what lessons give; those that only tell something have no score. */
function scoreOf(results: readonly LessonResult[]): number | undefined {
  const scores = results.flatMap(({ scoreHundredths = [] }) => scoreHundredths);
  return scores.length > 0
    ? Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length)
    : undefined;
}

/**
 * A package is completed when all of its lessons are, and passed when one of them was passed. Its score is told from then
 * on, since that of the first lesson alone says little of it; the time is that of all lessons.
 */
export function rolledUp({ results, lessons }: Pick<PackageWhole, 'results' | 'lessons'>): RolledUp {
  const all = Object.values(results);
  const lessonsDone = all.filter(isDone).length;
  const scoreHundredths = lessonsDone >= lessons ? scoreOf(all) : undefined;
  return {
    status: statusOf(all, lessons),
    ...(scoreHundredths !== undefined && { scoreHundredths }),
    totalSeconds: all.reduce((sum, { totalSeconds }) => sum + totalSeconds, 0),
    lessonsDone,
  };
}
