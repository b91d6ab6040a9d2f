import { setTimeout as sleep } from 'node:timers/promises';
import type { EventBus } from '../events/event-bus.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import type { Sqs } from '../sqs/sqs.ts';
import type { RunningMapping } from './declare-mappings.ts';

type Parts = {
  readonly sqs: Sqs;
  readonly bus: EventBus;
  readonly scheduler: Scheduler;
  readonly lambda: Lambda;
  readonly mappings: readonly RunningMapping[];
};

const LOOK_EVERY_MS = 10;
/** One hand-over may be between two owners for the length of a tick: only a second quiet look counts. */
const QUIET_LOOKS = 2;

/** What is under way, by kind. Messages count only in queues that a function drains: dead letters wait for a person. */
function inventory({ sqs, bus, scheduler, lambda, mappings }: Parts): Record<string, number> {
  const drained = mappings.flatMap(({ queue }) => (queue === undefined ? [] : [queue]));
  const messages = [...new Set(drained)].map((queue) => sqs.counts(queue));
  return {
    messages: messages.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0),
    deliveries: bus.pending() + scheduler.pending(),
    invocations: lambda.pending(),
    batches: mappings.reduce((sum, mapping) => sum + mapping.pending(), 0),
  };
}

/** How much is under way: messages, event deliveries, invocations and stream batches. */
export const pendingWork = (parts: Parts): number =>
  Object.values(inventory(parts)).reduce((sum, count) => sum + count, 0);

/** Resolves once nothing is under way any more; rejects after `timeoutMs` with what still is. */
export async function settled(parts: Parts, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  let quiet = 0;
  while (quiet < QUIET_LOOKS) {
    quiet = pendingWork(parts) === 0 ? quiet + 1 : 0;
    if (performance.now() > deadline)
      throw new Error(`Not settled after ${timeoutMs} ms: ${JSON.stringify(inventory(parts))}`);
    await sleep(LOOK_EVERY_MS);
  }
}
