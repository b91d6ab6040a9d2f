import { Duration } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { EventContract } from '../../events/define-event.ts';
import { acknowledge } from './acknowledge.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { ServiceFunction } from './service-function.ts';

export type EventPublisherProps = {
  readonly service: string;
  readonly table: Table;
  readonly bus: IEventBus;
  readonly events: readonly [EventContract, ...EventContract[]];
};

/** Table stream → function → bus. Only items that carry an outbox reach the function. */
export class EventPublisher extends Construct {
  constructor(scope: Construct, id: string, { service, table, bus, events }: EventPublisherProps) {
    super(scope, id);
    const impact = `what happens in ${service} stays unknown to the other services until it is mended; nothing is lost for 24 hours`;
    const publisher = new ServiceFunction(this, 'Publish', { service, handler: 'publish.stream', impact });
    const [{ source }] = events;
    publisher.publish(
      bus.eventBusArn,
      bus.eventBusName,
      source,
      events.map((event) => event.detailType),
    );
    const dead = new DeadLetterQueue(this, 'Dead', { of: `Publishing events of ${service}`, impact });
    publisher.fn.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        // The stream keeps records for 24 h; giving up earlier leaves time to re-read them by sequence number.
        maxRecordAge: Duration.hours(12),
        retryAttempts: 1000,
        onFailure: new SqsDlq(dead.queue),
        filters: [
          FilterCriteria.filter({ dynamodb: { NewImage: { outboxId: { S: FilterRule.exists() } } } }),
        ],
      }),
    );
    // A refused record is tried for half a day before the queue above hears of it.
    new Alarm(this, 'Late', {
      metric: publisher.fn.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) }),
      threshold: Duration.minutes(5).toMilliseconds(),
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Events of ${service} wait to be published. Impact: ${impact}`,
    });
    acknowledge(publisher, {
      'AwsSolutions-IAM5[Resource::*]': 'dynamodb:ListStreams and X-Ray know no narrower resource',
    });
  }
}
