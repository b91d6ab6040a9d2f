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

/** Shares of 1; counted, so that no run has less of a fault, however its workers overtake each other. */
export type Faults = {
  readonly seed: number;
  readonly workers: number;
  /** Messages and arrivals that never come. */
  readonly lost: number;
  readonly duplicated: number;
  /** Deliveries whose worker dies: before or after one of its calls to a store, a bucket or a queue. */
  readonly deadly: number;
  /** Deliveries of a message; more than the queue's own make sure that nothing is given up. */
  readonly attempts?: number;
};

export type Outcome = {
  /** Messages that reached the queue, and those of them that came twice. */
  readonly messages: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly deliveries: number;
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

/** True for that share of its calls, evenly spread; of the first n never for fewer than n times the share. */
export function spread(share: number): () => boolean {
  let calls = 0;
  return () => {
    calls += 1;
    return Math.ceil(calls * share) > Math.ceil((calls - 1) * share);
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

/** The longest life of a worker that is to die, in befores and afters of calls; a part makes some dozens of them. */
const LONGEST_LIFE = 24;

/**
 * Lets work be done by workers of whom the share dies. Who is to die and has done the work before dies then: nobody
 * is told that it is done.
 */
function mortality<T extends Record<string, object>>(things: T, share: number, random: () => number) {
  const isDoomed = spread(share);
  const mortal = (dies: () => boolean) =>
    Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, deadly(thing, dies)])) as T;
  return async (work: (tools: T) => Promise<unknown>): Promise<boolean> => {
    const doomed = isDoomed();
    let left = doomed ? 1 + Math.floor(random() * LONGEST_LIFE) : Number.POSITIVE_INFINITY;
    const dies = () => {
      left -= 1;
      return left <= 0;
    };
    try {
      await work(mortal(dies));
      return !doomed;
    } catch {
      return false;
    }
  };
}

/** A queue that loses messages and brings others twice, out of order, and brings again what failed. */
function faultyQueue(faults: Faults, random: () => number) {
  const waiting: { message: WorkMessage; receives: number }[] = [];
  const counts = { messages: 0, duplicates: 0, lost: 0, deliveries: 0 };
  const isLost = spread(faults.lost);
  const isDoubled = spread(faults.duplicated);
  return {
    counts,
    send: async (messages: readonly WorkMessage[]) => {
      for (const message of messages) {
        if (isLost()) {
          counts.lost += 1;
          continue;
        }
        const copies = isDoubled() ? 2 : 1;
        counts.messages += 1;
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
  const queue = faultyQueue(faults, randomOf(faults.seed + 1));
  const { engine, queue: _, ...things } = pipeline.tools;
  // A queue that was handed a message keeps it: only the hand-over itself can fail.
  const wired = { ...things, queue: queue as unknown as Tools['queue'] };
  const deliver = mortality(wired, faults.deadly, randomOf(faults.seed + 2));
  const attempt = mortality(wired, faults.deadly, randomOf(faults.seed + 3));
  let now = Date.parse(START);
  let deaths = 0;
  let sweeps = 0;
  const cause = () => {
    now += 1000;
    return { at: new Date(now).toISOString(), causationId: 'chaos' };
  };

  const tell = (arrival: Arrival) =>
    attempt(async (tools) => {
      await receiveUpload(tools.store, { ...arrival, jobId: ulid() }, cause());
      await examineUpload(tools, arrival.assetId, cause());
    });
  const attempts = faults.attempts ?? WORK_ATTEMPTS;
  const workUntilEmpty = async () => {
    for (let delivery = queue.take(); delivery; delivery = queue.take()) {
      const { message, receives } = delivery;
      const isLast = receives >= WORK_ATTEMPTS && attempts === WORK_ATTEMPTS;
      const how = { ...cause(), isLast, jobId: ulid() };
      if (await deliver((tools) => doWork({ ...tools, engine }, message, how))) continue;
      deaths += 1;
      if (receives < attempts) queue.bringAgain(delivery);
    }
  };

  for (const arrival of arrivals) {
    if (random() < faults.lost) continue;
    for (let told = 0; told < 3 && !(await tell(arrival)); ) told += 1;
    if (random() < faults.duplicated) await tell(arrival);
  }
  while (await isOpen(pipeline)) {
    await Promise.all(Array.from({ length: faults.workers }, workUntilEmpty));
    now += 5 * 60_000;
    sweeps += 1;
    await attempt((tools) => sweep(tools, cause()));
  }
  return { ...queue.counts, deaths, sweeps };
}

async function isOpen({ tools }: Pipeline): Promise<boolean> {
  for await (const page of tools.lists.open()) if (page.length > 0) return true;
  return false;
}
