import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import type { InvocationResult } from '../lambda/function-definition.ts';
import { failedItems, type Invoker } from './batch-response.ts';
import { recordFilter, withParsedBody } from './filter.ts';
import { pause } from './pause.ts';
import { type QueueMessage, type QueueRecord, queueRecord } from './queue-record.ts';

/** What a queue mapping needs of SQS. `receive` waits for the first message and ends early when aborted. */
export type QueueSource = {
  readonly receive: (
    queueName: string,
    options: { readonly max: number; readonly waitMs: number; readonly signal: AbortSignal },
  ) => Promise<readonly QueueMessage[]>;
  readonly remove: (queueName: string, receiptHandle: string) => void;
};

/** An AWS::Lambda::EventSourceMapping on a queue. */
export type QueueMappingDefinition = {
  readonly id: string;
  readonly queueName: string;
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  readonly maximumConcurrency?: number;
  readonly reportsBatchItemFailures: boolean;
  /** Patterns as JSON text. */
  readonly filters: readonly string[];
};

type Dependencies = {
  readonly definition: QueueMappingDefinition;
  readonly source: QueueSource;
  readonly lambda: Invoker;
  readonly clock: Clock;
  readonly faults: Faults;
  /** How many events the function can run at a time: more pollers would only hide messages while they wait. */
  readonly capacity: number;
};

const LONG_POLL_MS = 20_000;
const MOST_PER_RECEIVE = 10;
const THROTTLED_MS = 1000;
const THROTTLED_ATTEMPTS = 5;
const STOP_LIMIT_MS = 5000;

/**
 * A queue as the source of a function. Messages are removed when they succeed; those that fail come back after the
 * visibility timeout, and the queue's redrive policy decides how often.
 */
export class QueueMapping {
  readonly #d: Dependencies;
  readonly #abort = new AbortController();
  readonly #passes: (record: unknown) => boolean;
  #pollers: Promise<unknown> = Promise.resolve();
  #handling = 0;

  /** Throws InvalidEventPatternException for filter criteria that AWS refuses. */
  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#passes = recordFilter(dependencies.definition.filters);
  }

  start(): void {
    const { definition, capacity } = this.#d;
    const pollers = Math.max(1, Math.min(definition.maximumConcurrency ?? capacity, capacity));
    this.#pollers = Promise.all(Array.from({ length: pollers }, () => this.#poll()));
  }

  /** Batches that are being handled; what waits in the queue is the queue's to count. */
  pending(): number {
    return this.#handling;
  }

  /** Waits up to `limitMs` for the batches that run. */
  async stop(limitMs = STOP_LIMIT_MS): Promise<void> {
    this.#abort.abort();
    const limit = new AbortController();
    await Promise.race([this.#pollers, pause(limitMs, limit.signal)]);
    limit.abort();
  }

  async #poll(): Promise<void> {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      const first = await this.#receive(this.#d.definition.batchSize, LONG_POLL_MS);
      if (first.length === 0) continue;
      this.#handling += 1;
      await this.#handle(await this.#fill(first));
      this.#handling -= 1;
    }
  }

  /** With a batching window, waits for more messages until the batch is full. */
  async #fill(first: readonly QueueMessage[]): Promise<readonly QueueMessage[]> {
    const { definition, clock } = this.#d;
    const end = performance.now() + clock.delay(definition.batchingWindowSeconds * 1000);
    let messages = first;
    while (messages.length < definition.batchSize) {
      const left = end - performance.now();
      if (left <= 0 || this.#abort.signal.aborted) break;
      messages = [...messages, ...(await this.#receive(definition.batchSize - messages.length, left))];
    }
    return messages;
  }

  #receive(max: number, waitMs: number): Promise<readonly QueueMessage[]> {
    const { source, definition } = this.#d;
    const { signal } = this.#abort;
    return source.receive(definition.queueName, { max: Math.min(max, MOST_PER_RECEIVE), waitMs, signal });
  }

  async #handle(messages: readonly QueueMessage[]): Promise<void> {
    const { definition, faults } = this.#d;
    const records = messages.map((message) => queueRecord(message, definition.queueArn));
    const wanted = records.filter((record) => this.#passes(withParsedBody(record)));
    this.#remove(records.filter((record) => !wanted.includes(record)));
    if (wanted.length === 0) return;
    const result = await this.#invoke(wanted);
    if (faults.hit('crash')) return;
    const ids = wanted.map((record) => record.messageId);
    const failed = failedItems(result, ids, definition.reportsBatchItemFailures);
    this.#remove(wanted.filter((record) => !failed.has(record.messageId)));
  }

  async #invoke(records: readonly QueueRecord[]): Promise<InvocationResult> {
    const { lambda, definition, clock } = this.#d;
    for (let attempt = 1; ; attempt += 1) {
      const result = await lambda.invoke(definition.functionName, { Records: records });
      const throttled = !result.ok && result.kind === 'throttled';
      if (!throttled || attempt === THROTTLED_ATTEMPTS || this.#abort.signal.aborted) return result;
      await pause(clock.delay(THROTTLED_MS), this.#abort.signal);
    }
  }

  #remove(records: readonly QueueRecord[]): void {
    const { source, definition } = this.#d;
    for (const { receiptHandle } of records) source.remove(definition.queueName, receiptHandle);
  }
}
