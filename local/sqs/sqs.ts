import { AwsError, type AwsService } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import { Arrivals } from './arrivals.ts';
import { checkMessage, type Message, type MessageAttributes, md5, md5OfAttributes } from './message.ts';
import { MessageStore, type QueueCounts, type StoredMessage } from './message-store.ts';
import { type MoveTask, MoveTasks } from './move-tasks.ts';
import { type Access, accessOf, callOperation } from './operations.ts';
import { type Queue, type QueueDeclaration, queueFrom } from './queue.ts';
import { numberOf, receiveNow } from './receiving.ts';

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly region: string;
  readonly account: string;
  /** The base of queue URLs, asked late: the port is known only once the server listens. */
  readonly address: () => string;
};

export type Sent = { readonly id: string; readonly bodyMd5: string; readonly attributesMd5?: string };
export type QueueSummary = QueueCounts & { readonly name: string; readonly deadLetterQueue?: string };
export type PeekedMessage = Omit<StoredMessage, 'number' | 'queue' | 'attributes'>;
export type ReceiveOptions = {
  readonly max?: number;
  readonly waitMs?: number;
  readonly visibilityMs?: number;
  readonly signal?: AbortSignal;
};

const LONGEST_HOLD_BACK_MS = 500;

/** Standard queues of SQS in the shared database: at least once, no order, durable before `send` returns. */
export class Sqs implements AwsService {
  readonly #dependencies: Dependencies;
  readonly #store: MessageStore;
  readonly #moves: MoveTasks;
  readonly #queues = new Map<string, Queue>();
  readonly #arrivals = new Arrivals();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    this.#store = new MessageStore(dependencies.db);
    this.#moves = new MoveTasks({ db: dependencies.db, store: this.#store, queues: this.#queues });
  }

  /** Declares a queue, or gives a known one new settings; its messages stay. Throws AwsError on a bad setting. */
  ensureQueue(declaration: QueueDeclaration): void {
    this.#queues.set(declaration.name, queueFrom(declaration, this.#arnPrefix()));
  }

  /** Throws AwsError QueueDoesNotExist. */
  queue(name: string): Queue {
    const queue = this.#queues.get(name);
    if (!queue) throw new AwsError('QueueDoesNotExist', `The specified queue does not exist: ${name}.`);
    return queue;
  }

  queueNames(): string[] {
    return [...this.#queues.keys()];
  }

  queueUrl(name: string): string {
    return `${this.#dependencies.address()}/${this.#dependencies.account}/${this.queue(name).name}`;
  }

  /** Queues a message within the caller's transaction if there is one. Throws AwsError when it is not acceptable. */
  send(
    queueName: string,
    body: string,
    options: { attributes?: MessageAttributes; delayMs?: number } = {},
  ): Sent {
    const { db, clock, faults } = this.#dependencies;
    const queue = this.queue(queueName);
    const attributes = options.attributes ?? {};
    checkMessage(body, attributes, queue.maximumMessageBytes);
    const now = clock.now();
    const heldBack = faults.hit('reorder') ? Math.round(faults.random() * LONGEST_HOLD_BACK_MS) : 0;
    const delay = clock.delay(options.delayMs ?? queue.delaySeconds * 1000) + heldBack;
    const id = this.#store.add({
      queue: queueName,
      body,
      attributes: JSON.stringify(attributes),
      sentAt: now,
      visibleAt: Math.ceil(now + delay),
    });
    db.afterCommit(() => this.#arrivals.signal(queueName));
    const attributesMd5 = md5OfAttributes(attributes);
    return { id, bodyMd5: md5(body), ...(attributesMd5 && { attributesMd5 }) };
  }

  /**
   * Receives up to `max` messages (1 to 10) and hides them for the visibility timeout. Waits up to `waitMs`
   * (real time) for the first one; an abort or `stop` ends the wait with none.
   */
  async receive(queueName: string, options: ReceiveOptions = {}): Promise<Message[]> {
    const queue = this.queue(queueName);
    const deadline = Date.now() + (options.waitMs ?? queue.receiveWaitSeconds * 1000);
    const context = {
      ...this.#dependencies,
      store: this.#store,
      queues: this.#queues,
      arrivals: this.#arrivals,
    };
    const ended = () => this.#arrivals.closed || options.signal?.aborted || Date.now() >= deadline;
    for (;;) {
      if (options.signal?.aborted) return [];
      const messages = receiveNow(context, queue, options.max ?? 1, options.visibilityMs);
      if (messages.length > 0 || ended()) return messages;
      const now = this.#dependencies.clock.now();
      const next = this.#store.nextVisibleAt(queueName, now);
      const left = deadline - Date.now();
      const wait = next === undefined ? left : Math.min(left, Math.max(1, next - now));
      await this.#arrivals.wait(queueName, wait, options.signal);
    }
  }

  /** Deletes by any receipt handle of the message; one that is gone already is no error. */
  remove(queueName: string, receiptHandle: string): void {
    const queue = this.queue(queueName);
    const message = this.#store.find(queue.name, numberOf(receiptHandle));
    if (message) this.#store.remove(message.number);
  }

  /** Hides a received message for `visibilityMs` from now (0: visible at once). Throws MessageNotInflight. */
  changeVisibility(queueName: string, receiptHandle: string, visibilityMs: number): void {
    const { db, clock } = this.#dependencies;
    const now = clock.now();
    const message = this.#store.find(this.queue(queueName).name, numberOf(receiptHandle));
    if (!message || message.receiveCount === 0 || message.visibleAt <= now)
      throw new AwsError('MessageNotInflight', "The specified message isn't in flight.");
    this.#store.setVisibleAt(message.number, Math.ceil(now + clock.delay(visibilityMs)));
    db.afterCommit(() => this.#arrivals.signal(queueName));
  }

  /** Deletes every message of the queue; returns how many. */
  purge(queueName: string): number {
    return this.#store.removeAll(this.queue(queueName).name);
  }

  /** Moves the messages of a dead-letter queue back to where each came from; returns how many. */
  redrive(deadLetterQueueName: string): number {
    return this.startMove(deadLetterQueueName).moved;
  }

  startMove(sourceName: string, destinationName?: string): MoveTask {
    const destination = destinationName === undefined ? undefined : this.queue(destinationName);
    const task = this.#moves.start(this.queue(sourceName), destination, this.#dependencies.clock.now());
    for (const name of task.queues) this.#dependencies.db.afterCommit(() => this.#arrivals.signal(name));
    return task;
  }

  moveTasks(sourceName: string, limit: number): MoveTask[] {
    return this.#moves.list(this.queue(sourceName).arn, limit);
  }

  counts(queueName: string): QueueCounts {
    return this.#store.counts(this.queue(queueName).name, this.#dependencies.clock.now());
  }

  describe(): QueueSummary[] {
    return [...this.#queues.values()].map(({ name, redrive }) => ({
      name,
      ...this.counts(name),
      ...(redrive && { deadLetterQueue: redrive.deadLetterQueue }),
    }));
  }

  /** Looks at the oldest messages without receiving them. */
  peek(queueName: string, limit: number): PeekedMessage[] {
    return this.#store
      .all(this.queue(queueName).name, limit)
      .map(({ number: _, queue: __, attributes: ___, ...message }) => message);
  }

  /** One request of the JSON protocol (`X-Amz-Target: AmazonSQS.<operation>`). */
  call(operation: string, input: Record<string, unknown>): unknown {
    const run = () => callOperation(this, operation, input);
    return operation === 'ReceiveMessage' ? run() : this.#dependencies.db.transaction(run);
  }

  /** What a caller must be allowed to do for this request. */
  accessOf(operation: string, input: Record<string, unknown>): Access {
    return accessOf(operation, input, this.#arnPrefix());
  }

  /** Ends all long polls. */
  stop(): void {
    this.#arrivals.close();
  }

  #arnPrefix(): string {
    return `arn:aws:sqs:${this.#dependencies.region}:${this.#dependencies.account}:`;
  }
}
