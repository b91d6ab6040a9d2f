import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { StatisticsStore } from '../statistics-store.ts';
import type { AttemptRef } from '../store.ts';
import { applyCorrections } from './apply-corrections.ts';
import { countGrade } from './count-grade.ts';
import type { RegradeStores } from './regrade-attempt.ts';

type Graded = AttemptRef & { readonly quizId: string };

/**
 * What follows every grade: it is counted, by which its attempt is listed, and then marked by what was corrected while
 * it was being handed in. In this order, on which `regradeQuiz` relies. Throws on a lost race: the event comes again.
 */
export async function takeUpGrade(
  stores: RegradeStores & { readonly statistics: StatisticsStore },
  graded: Graded,
  cause: Cause,
): Promise<void> {
  const counted = await retryOnConflict(() => countGrade(stores, graded));
  if (!counted) throw new Error(`statistics of quiz ${graded.quizId} lost three races`);
  const applied = await applyCorrections(stores, graded, cause);
  if (applied === 'conflict') throw new Error(`a correction of attempt ${graded.attemptId} lost three races`);
}
