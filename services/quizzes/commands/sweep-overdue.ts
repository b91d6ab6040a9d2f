import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { type Stores, settleAttempt } from './close-attempt.ts';

type Sweep = { readonly closed: number; readonly failures: readonly unknown[] };

/** Hands in every attempt whose time is over at `cause.at`. One that fails does not keep the others waiting. */
export async function sweepOverdue(stores: Stores, cause: Cause): Promise<Sweep> {
  let closed = 0;
  const failures: unknown[] = [];
  for await (const page of stores.attempts.endedBefore(cause.at)) {
    for (const ref of page) {
      try {
        const settled = await retryOnConflict(() => settleAttempt(stores, ref, cause));
        // Undefined lost every race: an answer is being saved or another request closes it, and the next run looks again.
        if (settled) closed += 1;
      } catch (failure) {
        failures.push(failure);
      }
    }
  }
  return { closed, failures };
}
