import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { AwsError, type AwsService } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { Deliver } from '../events/delivery.ts';
import { AsyncQueue } from './async-queue.ts';
import type { FunctionDefinition, InvocationResult } from './function-definition.ts';
import type { LogLine } from './function-log.ts';
import { FunctionPool, type PoolStatistics } from './function-pool.ts';
import { type InvokeAnswer, invokeAnswer, readPayload } from './invoke-api.ts';

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly deliver: Deliver;
  readonly log: (line: string) => void;
  /** Environments per function at most; the number of cores when absent. */
  readonly concurrency?: number;
  /** How long an idle environment is kept. */
  readonly idleMs?: number;
};

/** A function as the inspector shows it. */
export type FunctionSummary = PoolStatistics & {
  readonly name: string;
  readonly arn: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environments: { readonly idle: number; readonly busy: number };
  readonly waiting: number;
};

const IDLE_MS = 5 * 60_000;
const STOP_LIMIT_MS = 5000;

/** AWS Lambda on worker threads: synchronous and asynchronous invocations of functions with Node handlers. */
export class Lambda implements AwsService {
  readonly #d: Dependencies;
  readonly #pools = new Map<string, FunctionPool>();
  readonly #queue: AsyncQueue;
  #inFlight = 0;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#queue = new AsyncQueue({ ...dependencies, pools: this.#pools });
  }

  /** Invoke, with FunctionName a name or ARN. Answers an InvokeAnswer. */
  async call(operation: string, input: Record<string, unknown>): Promise<InvokeAnswer> {
    if (operation !== 'Invoke')
      throw new AwsError(
        'UnknownOperationException',
        `Lambda ${operation} is not supported locally.`,
        {},
        404,
      );
    const pool = this.#pool(String(input.FunctionName));
    const type = String(input.InvocationType ?? 'RequestResponse');
    const payload = readPayload(input.Payload, type);
    if (type === 'DryRun') return { StatusCode: 204 };
    if (type === 'Event') {
      this.#queue.add(pool.definition.name, payload);
      return { StatusCode: 202 };
    }
    return invokeAnswer(await this.#run(pool, payload, randomUUID()), input.LogType === 'Tail');
  }

  declare(definition: FunctionDefinition): void {
    const { clock, faults, log, concurrency = availableParallelism(), idleMs = IDLE_MS } = this.#d;
    const pool = new FunctionPool({ definition, clock, faults, log, concurrency, idleMs });
    this.#pools.set(definition.name, pool);
  }

  /** Resumes the asynchronous invocations that a stop or crash left behind. */
  start(): void {
    this.#queue.start();
  }

  /** Runs a function now and waits; `name` may be an ARN. Throws ResourceNotFoundException; a failed function is a result. */
  invoke(name: string, event: unknown, id: string = randomUUID()): Promise<InvocationResult> {
    return this.#run(this.#pool(name), JSON.stringify(event) ?? 'null', id);
  }

  /** Accepts an asynchronous invocation within the caller's transaction; `payload` is JSON text. */
  enqueue(name: string, payload: string): void {
    this.#queue.add(this.#pool(name).definition.name, payload);
  }

  /** Loads one environment ahead of the first event. */
  prewarm(name: string): Promise<void> {
    return this.#pool(name).prewarm();
  }

  /** How many events the function runs at a time. */
  capacity(name: string): number {
    return this.#pool(name).capacity;
  }

  logs(name: string): readonly LogLine[] {
    return this.#pool(name).log.all();
  }

  describe(): FunctionSummary[] {
    return [...this.#pools.values()].map((pool) => {
      const { name, arn, memoryMb, timeoutSeconds } = pool.definition;
      const { idle, busy, waiting } = pool.counts();
      return {
        name,
        arn,
        memoryMb,
        timeoutSeconds,
        ...pool.statistics,
        environments: { idle, busy },
        waiting,
      };
    });
  }

  /** Events accepted but not settled, and invocations in flight. */
  pending(): number {
    return this.#queue.pending() + this.#inFlight;
  }

  /** Starts nothing new, waits up to `limitMs` for what runs, then ends every thread. */
  async stop(limitMs = STOP_LIMIT_MS): Promise<void> {
    this.#queue.stop();
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop(limitMs)));
  }

  async #run(pool: FunctionPool, payload: string, id: string): Promise<InvocationResult> {
    this.#inFlight += 1;
    try {
      return await pool.invoke(id, payload);
    } finally {
      this.#inFlight -= 1;
    }
  }

  #pool(nameOrArn: string): FunctionPool {
    const name = nameOrArn.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, '').split(':')[0] ?? '';
    const pool = this.#pools.get(name);
    if (!pool)
      throw new AwsError(
        'ResourceNotFoundException',
        `Function not found: ${nameOrArn}`,
        { Type: 'User' },
        404,
      );
    return pool;
  }
}
