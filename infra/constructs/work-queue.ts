import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { alarmOnAge } from './event-subscription.ts';
import type { ServiceFunction } from './service-function.ts';

export type WorkQueueProps = {
  /** What waits here, for the alarm of what was given up, and whom that hurts. */
  readonly of: string;
  readonly impact: string;
  /** What it means that work waits for long. */
  readonly late: string;
  /** Of the function that does the work. */
  readonly timeout: Duration;
  /**
   * Deliveries before a message is given up. One for which no function was free counts as well, once Lambda has tried for
   * as long as the message is hidden; AWS advises five (Lambda developer guide, "Configuring a queue").
   */
  readonly deliveries: number;
};

/** Pieces of work that take minutes, one at a time to each worker. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly #dead: Queue;

  constructor(scope: Construct, id: string, { of, impact, late, timeout, deliveries }: WorkQueueProps) {
    super(scope, id);
    this.#dead = new DeadLetterQueue(this, 'Dead', { of, impact }).queue;
    this.queue = new Queue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
      deadLetterQueue: { queue: this.#dead, maxReceiveCount: deliveries },
    });
    alarmOnAge(this, this.queue, late);
  }

  /** Has the function work on the queue, so many of it at one time. It keeps itself what it gives up. */
  workedBy(target: ServiceFunction, maxConcurrency: number): void {
    target
      .useQueue(this.#dead, 'DEAD_WORK_URL')
      .fn.addEventSource(
        new SqsEventSource(this.queue, { batchSize: 1, maxConcurrency, reportBatchItemFailures: true }),
      );
  }
}
