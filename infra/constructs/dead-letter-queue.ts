import { Duration } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Where work waits for a person after it failed three times; one message is enough to raise the alarm. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: { readonly of: string; readonly impact: string }) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', { retentionPeriod: Duration.days(14), enforceSSL: true });
    new Alarm(this, 'NotEmpty', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible(),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.of} could not be handled. Impact: ${props.impact}`,
    });
    acknowledge(this.queue, { 'AwsSolutions-SQS3': 'this is the dead-letter queue' });
  }
}
