import { ulid } from 'ulid';
import { doWork } from './commands/do-work.ts';
import { examineUpload } from './commands/examine-upload.ts';
import { receiveUpload } from './commands/receive-upload.ts';
import { sweep } from './commands/sweep.ts';
import { WORK_ATTEMPTS } from './domain/work.ts';
import { type Pipeline, at as START, type upload } from './pipeline.suite.ts';
import type { WorkMessage } from './work-queue.ts';

type Tools = Pipeline['tools'];
type Arrival = Awaited<ReturnType<typeof upload>>;

/** Shares of 1. */
export type Faults = {
  readonly seed: number;
  readonly workers: number;
  /** Messages and arrivals that never come. */
  readonly lost: number;
  readonly duplicated: number;
  /** Of all calls to a store, a bucket or a queue those at which the worker dies, half of them after their effect. */
  readonly deadly: number;
  /** Deliveries of a message; more than the queue's own make sure that nothing is given up. */
  readonly attempts?: number;
};

export type Outcome = {
  readonly deliveries: number;
  readonly duplicates: number;
  readonly lost: number;
  /** Deliveries that ended with the death of their worker or encoder. */
  readonly deaths: number;
  readonly sweeps: number;
};

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same thing, but any call may be the last its caller makes: before it has an effect, or after. */
function deadly<T extends object>(thing: T, dies: () => boolean): T {
  const die = (name: PropertyKey) => Promise.reject(new Error(`the worker died at ${String(name)}`));
  return new Proxy(thing, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const isPromised = member.constructor.name === 'AsyncFunction';
        if (isPromised && dies()) return die(name);
        const result = member.apply(target, args);
        return result instanceof Promise ? result.then((value) => (dies() ? die(name) : value)) : result;
      };
    },
  });
}

/** A queue that loses messages and brings others twice, and brings again what failed. */
function faultyQueue({ lost, duplicated }: Faults, random: () => number) {
  const waiting: { message: WorkMessage; receives: number }[] = [];
  const counts = { deliveries: 0, duplicates: 0, lost: 0 };
  return {
    counts,
    send: async (messages: readonly WorkMessage[]) => {
      for (const message of messages) {
        if (random() < lost) {
          counts.lost += 1;
          continue;
        }
        const copies = random() < duplicated ? 2 : 1;
        counts.duplicates += copies - 1;
        for (let n = 0; n < copies; n += 1)
          waiting.splice(Math.floor(random() * (waiting.length + 1)), 0, { message, receives: 0 });
      }
    },
    take() {
      const next = waiting.shift();
      if (next) counts.deliveries += 1;
      return next && { ...next, receives: next.receives + 1 };
    },
    bringAgain: (delivery: { message: WorkMessage; receives: number }) => waiting.push(delivery),
  };
}

/**
 * Works on arrivals until every one is settled, as the functions of the service do, while messages are lost and come
 * twice and workers die. The sweeper's clock is not the machine's: it runs on when nothing else moves.
 */
export async function runChaos(
  pipeline: Pipeline,
  arrivals: readonly Arrival[],
  faults: Faults,
): Promise<Outcome> {
  const random = randomOf(faults.seed);
  const dies = () => random() < faults.deadly / 2;
  const queue = faultyQueue(faults, random);
  const { engine, ...things } = pipeline.tools;
  const mortal = Object.entries(things).map(([name, thing]) => [name, deadly(thing, dies)]);
  const tools = { ...(Object.fromEntries(mortal) as Tools), engine };
  // A queue that was handed a message keeps it: only the hand-over itself can fail.
  const wired = { ...tools, queue: deadly(queue, dies) as unknown as Tools['queue'] };
  let now = Date.parse(START);
  let deaths = 0;
  let sweeps = 0;
  const cause = () => {
    now += 1000;
    return { at: new Date(now).toISOString(), causationId: 'chaos' };
  };
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      return true;
    } catch {
      deaths += 1;
      return false;
    }
  };

  const tell = async (arrival: Arrival) => {
    await receiveUpload(wired.store, { ...arrival, jobId: ulid() }, cause());
    await examineUpload(wired, arrival.assetId, cause());
  };
  const attempts = faults.attempts ?? WORK_ATTEMPTS;
  const workUntilEmpty = async () => {
    for (let delivery = queue.take(); delivery; delivery = queue.take()) {
      const { message, receives } = delivery;
      const isLast = receives >= WORK_ATTEMPTS && attempts === WORK_ATTEMPTS;
      const isDone = await attempt(() => doWork(wired, message, { ...cause(), isLast, jobId: ulid() }));
      if (!isDone && receives < attempts) queue.bringAgain(delivery);
    }
  };

  for (const arrival of arrivals) {
    if (random() < faults.lost) continue;
    for (let told = 0; told < 3 && !(await attempt(() => tell(arrival))); ) told += 1;
    if (random() < faults.duplicated) await attempt(() => tell(arrival));
  }
  while (await isOpen(pipeline)) {
    await Promise.all(Array.from({ length: faults.workers }, workUntilEmpty));
    now += 5 * 60_000;
    sweeps += 1;
    await sweep(wired, cause());
  }
  return { ...queue.counts, deaths, sweeps };
}

async function isOpen({ tools }: Pipeline): Promise<boolean> {
  for await (const page of tools.store.open()) if (page.length > 0) return true;
  return false;
}
