import type { Cause } from '#shared/messaging/outbox.ts';
import type { AttemptRef } from '../store.ts';
import { quizOf } from './quiz-of.ts';
import { type RegradeStores, regradeOne } from './regrade-attempt.ts';

/**
 * Marks a handed-in attempt by everything that has been corrected in its quiz; what is done already stays as it is.
 * `'none'` when nothing has been; `'conflict'` when one lost every race: the others are applied all the same.
 */
export async function applyCorrections(
  stores: RegradeStores,
  attempt: AttemptRef & { readonly quizId: string },
  cause: Cause,
): Promise<'none' | 'applied' | 'conflict'> {
  const corrections = Object.values((await quizOf(stores, attempt)).corrections);
  if (corrections.length === 0) return 'none';
  let outcome: 'applied' | 'conflict' = 'applied';
  for (const correction of corrections) {
    const decided = await regradeOne(stores, attempt, correction, { preview: false, cause });
    if (decided === undefined) outcome = 'conflict';
  }
  return outcome;
}
