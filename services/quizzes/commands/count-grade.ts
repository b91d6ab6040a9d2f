import { contributionOf } from '../domain/analysis/contribution.ts';
import { revise } from '../domain/analysis/item-sums.ts';
import type { StatisticsStore } from '../statistics-store.ts';
import type { AttemptRef, AttemptStore } from '../store.ts';

type Stores = { readonly attempts: AttemptStore; readonly statistics: StatisticsStore };
type Graded = AttemptRef & { readonly quizId: string };

/**
 * Brings the statistics of a quiz up to what an attempt's grade says now. The event only tells that there is something
 * to look at: a late or repeated one finds the present grade counted, and changes nothing.
 */
export async function countGrade(
  { attempts, statistics }: Stores,
  { quizId, personId, attemptId }: Graded,
): Promise<'counted' | 'known' | 'conflict'> {
  const held = await attempts.findHeld({ personId, attemptId });
  const gradeNo = held?.attempt.grade?.gradeNo;
  if (!held || !gradeNo) throw new Error(`attempt ${attemptId} is said to be graded and is not`);
  const [before, counted, frozen] = await Promise.all([
    statistics.find(quizId),
    statistics.findCounted(quizId, attemptId),
    attempts.findFrozen(attemptId),
  ]);
  if (counted && counted.gradeNo >= gradeNo) return 'known';
  const contribution = contributionOf(held.attempt, frozen, held.answers);
  const now = {
    sums: revise(before.sums, counted?.contribution, contribution),
    counted: { gradeNo, ...(contribution && { contribution }) },
  };
  const saved = await statistics.save({ quizId, personId, attemptId }, { statistics: before, counted }, now);
  return saved === 'saved' ? 'counted' : saved;
}
