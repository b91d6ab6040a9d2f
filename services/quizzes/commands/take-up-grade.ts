import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { AttemptRef } from '../store.ts';
import { applyCorrections } from './apply-corrections.ts';
import { type CountStores, countGrade } from './count-grade.ts';
import type { RegradeStores } from './regrade-attempt.ts';

type Graded = AttemptRef & { readonly quizId: string };

async function count(stores: CountStores, graded: Graded): Promise<void> {
  const counted = await retryOnConflict(() => countGrade(stores, graded));
  if (!counted) throw new Error(`statistics of quiz ${graded.quizId} lost three races`);
}

/**
 * What follows every grade: it is counted, by which its attempt is listed, and then marked by what was corrected while
 * it was being handed in, and counted by that. In this order, on which `regradeQuiz` relies. Throws on a lost race: the event comes again.
 */
export async function takeUpGrade(
  stores: RegradeStores & CountStores,
  graded: Graded,
  cause: Cause,
): Promise<void> {
  await count(stores, graded);
  const applied = await applyCorrections(stores, graded, cause);
  if (applied !== 'none') await count(stores, graded);
  if (applied === 'conflict') throw new Error(`a correction of attempt ${graded.attemptId} lost three races`);
}
