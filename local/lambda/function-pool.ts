import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import type { FunctionDefinition, InvocationResult } from './function-definition.ts';
import { FunctionLog } from './function-log.ts';
import { type Outcome, WorkerEnvironment } from './worker-environment.ts';

type Job = {
  readonly id: string;
  readonly payload: string;
  readonly done: (result: InvocationResult) => void;
};

type Dependencies = {
  readonly definition: FunctionDefinition;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly log: (line: string) => void;
  readonly concurrency: number;
  readonly idleMs: number;
};

/** Counters since the start, for the inspector; durations in milliseconds. */
export type PoolStatistics = {
  invocations: number;
  errors: number;
  timeouts: number;
  throttles: number;
  coldStarts: number;
  totalDurationMs: number;
  lastDurationMs?: number;
  lastInitMs?: number;
  lastInitCpuMs?: number;
};

const DRAIN_POLL_MS = 10;

/**
 * The environments of one function. Events beyond the cap wait in order: more threads than cores only cost memory and
 * time, and AWS's throttling at a reserved limit is played by the throttle fault.
 */
export class FunctionPool {
  readonly definition: FunctionDefinition;
  readonly log = new FunctionLog();
  readonly statistics: PoolStatistics = {
    invocations: 0,
    errors: 0,
    timeouts: 0,
    throttles: 0,
    coldStarts: 0,
    totalDurationMs: 0,
  };
  readonly #d: Dependencies;
  readonly #waiting: Job[] = [];
  #environments: WorkerEnvironment[] = [];
  #reaper: NodeJS.Timeout | undefined;
  #running = 0;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.definition = dependencies.definition;
  }

  /** Never rejects: every failure is a result. `payload` is JSON text. */
  invoke(id: string, payload: string): Promise<InvocationResult> {
    if (this.definition.reservedConcurrency === 0 || this.#d.faults.hit('throttle')) {
      this.statistics.throttles += 1;
      const error = { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' };
      return Promise.resolve({ ok: false, kind: 'throttled', error, requestId: id, durationMs: 0, log: [] });
    }
    return new Promise((done) => {
      this.#waiting.push({ id, payload, done });
      this.#pump();
    });
  }

  /** Loads the handler before its first event, so that a person does not wait for the cold start. */
  async prewarm(): Promise<void> {
    const environment = this.#environments[0] ?? this.#spawn();
    await environment.ready;
    this.#reapLater();
  }

  get capacity(): number {
    return Math.min(this.#d.concurrency, this.definition.reservedConcurrency || Number.POSITIVE_INFINITY);
  }

  counts(): { readonly idle: number; readonly busy: number; readonly waiting: number } {
    const busy = this.#running;
    return { busy, idle: this.#environments.length - busy, waiting: this.#waiting.length };
  }

  /** Lets events in flight finish for up to `limitMs`, then ends the threads; what still ran fails. */
  async stop(limitMs: number): Promise<void> {
    const end = performance.now() + limitMs;
    while (this.#running + this.#waiting.length > 0 && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, DRAIN_POLL_MS));
    clearTimeout(this.#reaper);
    const error = { errorType: 'Runtime.ExitError', errorMessage: 'The local cloud is stopping.' };
    for (const { id, done } of this.#waiting.splice(0))
      done({ ok: false, kind: 'unhandled', error, requestId: id, durationMs: 0, log: [] });
    await Promise.all(this.#environments.map((environment) => environment.terminate()));
  }

  #spawn(): WorkerEnvironment {
    const { definition, clock, log } = this.#d;
    this.statistics.coldStarts += 1;
    const environment = new WorkerEnvironment(definition, {
      onLog: (requestId, text) => {
        for (const line of this.log.add(requestId, text, clock.now()))
          log(`${definition.name} ${requestId?.slice(0, 8) ?? 'init'} ${line}`);
      },
      onDead: (dead) => {
        this.#environments = this.#environments.filter((other) => other !== dead);
      },
    });
    this.#environments.push(environment);
    return environment;
  }

  #pump(): void {
    while (this.#waiting.length > 0) {
      // The latest idle one first: the others then stay idle long enough to be dropped.
      const idle = this.#environments.findLast((environment) => !environment.busy);
      if (!idle && this.#environments.length >= this.capacity) return;
      const job = this.#waiting.shift();
      if (job) void this.#run(idle ?? this.#spawn(), job);
    }
  }

  async #run(environment: WorkerEnvironment, job: Job): Promise<void> {
    this.#running += 1;
    const before = performance.now();
    const outcome = await environment.run(job.id, job.payload);
    this.#running -= 1;
    const init = environment.takeInit();
    if (init) {
      this.statistics.lastInitMs = init.initMs;
      this.statistics.lastInitCpuMs = init.initCpuMs;
    }
    const durationMs = performance.now() - before;
    this.#count(outcome, durationMs);
    const base = {
      requestId: job.id,
      durationMs,
      log: this.log.of(job.id),
      ...(init && { initMs: init.initMs }),
    };
    job.done(outcome.ok ? { ...base, ...outcome } : { ...base, ...outcome, kind: 'unhandled' });
    this.#pump();
    this.#reapLater();
  }

  #count(outcome: Outcome, durationMs: number): void {
    this.statistics.invocations += 1;
    this.statistics.totalDurationMs += durationMs;
    this.statistics.lastDurationMs = durationMs;
    if (outcome.ok) return;
    this.statistics.errors += 1;
    if (outcome.error.errorType === 'Sandbox.Timedout') this.statistics.timeouts += 1;
  }

  #reapLater(): void {
    this.#reaper ??= setTimeout(() => this.#reap(), this.#d.idleMs).unref();
  }

  #reap(): void {
    this.#reaper = undefined;
    const oldest = performance.now() - this.#d.idleMs;
    const idle = this.#environments.filter(
      (environment) => !environment.busy && environment.idleSince <= oldest,
    );
    for (const environment of idle) void environment.terminate();
    if (this.#environments.length > 0) this.#reapLater();
  }
}
