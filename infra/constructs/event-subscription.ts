import { Duration } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

export type EventSubscriptionProps = {
  readonly bus: IEventBus;
  readonly pattern: EventPattern;
  readonly target: ServiceFunction;
  /** Functions at one time, for a consumer whose writes all meet in a few items. At least 2. */
  readonly maxConcurrency?: number;
  /** Messages that one invocation is handed; they are handled one after the other. */
  readonly batchSize?: number;
};

/**
 * Rule → queue → function. The queue is there because a rule's own dead-letter queue does not catch a handler's
 * errors: EventBridge has delivered once the function was invoked.
 */
export class EventSubscription extends Construct {
  constructor(scope: Construct, id: string, props: EventSubscriptionProps) {
    super(scope, id);
    const { bus, pattern, target, maxConcurrency, batchSize = 10 } = props;
    const { queue: dead } = new DeadLetterQueue(this, 'Dead', { of: id, impact: target.impact });
    const queue = new Queue(this, 'Queue', {
      // Six times the function's timeout, as the Lambda guide asks for a queue source.
      visibilityTimeout: Duration.seconds(6 * (target.fn.timeout?.toSeconds() ?? 10)),
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
      deadLetterQueue: { queue: dead, maxReceiveCount: 3 },
    });
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: pattern,
      targets: [new SqsQueue(queue, { deadLetterQueue: dead })],
    });
    target.fn.addEventSource(
      new SqsEventSource(queue, {
        batchSize,
        reportBatchItemFailures: true,
        ...(maxConcurrency && { maxConcurrency }),
      }),
    );
  }
}

/** An alarm on the age of what waits belongs to queues that people wait for. */
export const alarmOnAge = (scope: Construct, queue: Queue, impact: string): Alarm =>
  new Alarm(scope, 'Waiting', {
    metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
    threshold: 900,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `Work has been waiting for 15 minutes. Impact: ${impact}`,
  });
