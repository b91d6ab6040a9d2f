import { isDeepStrictEqual } from 'node:util';
import { contributionOf } from '../domain/analysis/contribution.ts';
import { revise } from '../domain/analysis/item-sums.ts';
import type { StatisticsStore } from '../statistics-store.ts';
import type { AttemptRef, AttemptStore } from '../store.ts';

export type CountStores = { readonly attempts: AttemptStore; readonly statistics: StatisticsStore };
type Graded = AttemptRef & { readonly quizId: string };

/**
 * Brings the statistics of a quiz up to what an attempt's grade says now, and by which versions it is marked. The event
 * only tells that there is something to look at: a late or repeated one finds the present grade counted, and changes
 * nothing.
 */
export async function countGrade(
  { attempts, statistics }: CountStores,
  { quizId, personId, attemptId }: Graded,
): Promise<'counted' | 'known' | 'conflict'> {
  const held = await attempts.findHeld({ personId, attemptId });
  const gradeNo = held?.attempt.grade?.gradeNo;
  if (!held || !gradeNo) throw new Error(`attempt ${attemptId} is said to be graded and is not`);
  const [before, counted] = await Promise.all([
    statistics.find(quizId),
    statistics.findCounted(quizId, attemptId),
  ]);
  if (counted && counted.gradeNo > gradeNo) return 'known';
  // After the sums: whoever moves a version counts afterwards, and so changes the sums under an older view of it.
  const frozen = await attempts.findFrozen(attemptId);
  const contribution = contributionOf(held.attempt, frozen, held.answers);
  if (counted?.gradeNo === gradeNo && isDeepStrictEqual(counted.contribution, contribution)) return 'known';
  const now = {
    sums: revise(before.sums, counted?.contribution, contribution),
    counted: { gradeNo, ...(contribution && { contribution }) },
  };
  const saved = await statistics.save({ quizId, personId, attemptId }, { statistics: before, counted }, now);
  return saved === 'saved' ? 'counted' : saved;
}
