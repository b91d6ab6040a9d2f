import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { type PlacementStores, settlePlacement } from './take-placement.ts';

/** Closes every placement whose time is over at `cause.at`. One that fails does not keep the others waiting. */
export async function sweepPlacements(
  stores: PlacementStores,
  cause: Cause,
): Promise<{ readonly closed: number; readonly failures: readonly unknown[] }> {
  let closed = 0;
  const failures: unknown[] = [];
  for await (const page of stores.placements.endedBefore(cause.at)) {
    for (const ref of page) {
      try {
        // Undefined lost every race: its owner answers just now, and the next run looks again.
        if (await retryOnConflict(() => settlePlacement(stores, ref, cause))) closed += 1;
      } catch (failure) {
        failures.push(failure);
      }
    }
  }
  return { closed, failures };
}
