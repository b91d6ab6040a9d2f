import type { DynamoDb } from '../dynamodb/dynamodb.ts';
import type { Sqs } from '../sqs/sqs.ts';
import type { CheckedResources } from './checked-resources.ts';
import { orRefuse } from './or-refuse.ts';

const lastPart = (arn: string): string => arn.split(/[:/]/).at(-1) ?? '';

/** Declares every table. Throws `StartRefused` when an existing table cannot take on its new shape. */
export function declareTables(resources: CheckedResources, dynamoDb: DynamoDb): void {
  for (const table of resources.of('AWS::DynamoDB::Table')) {
    const { AttributeDefinitions, KeySchema, BillingMode, LocalSecondaryIndexes } = table.properties;
    const { GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification } = table.properties;
    const indexes = GlobalSecondaryIndexes?.map((index) => ({
      IndexName: index.IndexName,
      KeySchema: index.KeySchema,
      Projection: index.Projection,
    }));
    orRefuse(table, () =>
      dynamoDb.ensureTable({
        TableName: table.name,
        AttributeDefinitions,
        KeySchema,
        BillingMode,
        LocalSecondaryIndexes,
        GlobalSecondaryIndexes: indexes,
        StreamSpecification,
        TimeToLiveSpecification,
      }),
    );
  }
}

/** Declares every queue. Throws `StartRefused` for a setting outside of SQS's limits. */
export function declareQueues(resources: CheckedResources, sqs: Sqs): void {
  for (const queue of resources.of('AWS::SQS::Queue')) {
    const { properties } = queue;
    const redrive = properties.RedrivePolicy;
    orRefuse(queue, () =>
      sqs.ensureQueue({
        name: queue.name,
        ...(properties.VisibilityTimeout !== undefined && {
          visibilityTimeoutSeconds: properties.VisibilityTimeout,
        }),
        ...(properties.DelaySeconds !== undefined && { delaySeconds: properties.DelaySeconds }),
        ...(properties.MessageRetentionPeriod !== undefined && {
          retentionSeconds: properties.MessageRetentionPeriod,
        }),
        ...(properties.ReceiveMessageWaitTimeSeconds !== undefined && {
          receiveWaitSeconds: properties.ReceiveMessageWaitTimeSeconds,
        }),
        ...(properties.MaximumMessageSize !== undefined && {
          maximumMessageBytes: properties.MaximumMessageSize,
        }),
        ...(redrive && {
          redrive: {
            deadLetterQueue: lastPart(redrive.deadLetterTargetArn),
            maxReceiveCount: redrive.maxReceiveCount,
          },
        }),
      }),
    );
  }
}
