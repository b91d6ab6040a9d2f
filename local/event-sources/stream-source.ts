import type { Delivery } from '../events/delivery.ts';
import type { InvocationResult } from '../lambda/function-definition.ts';

/** A stream record in the form of a Lambda event, as far as a mapping looks into it. */
export type StreamRecord = {
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
  };
};

/** What a stream mapping needs of DynamoDB; a sequence number of '0' is the oldest record's predecessor. */
export type StreamSource = {
  readonly shards: (table: string) => readonly number[];
  readonly readStream: (
    table: string,
    shard: number,
    after: string,
    limit: number,
  ) => readonly StreamRecord[];
  readonly latestSequence: (table: string, shard: number) => string;
  readonly onStreamRecord: (listener: (table: string) => void) => () => void;
};

/** An AWS::Lambda::EventSourceMapping on a DynamoDB stream; -1 means without limit. */
export type StreamMappingDefinition = {
  readonly id: string;
  readonly table: string;
  readonly streamArn: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly roleArn: string;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly maximumRetryAttempts: number;
  readonly maximumRecordAgeSeconds: number;
  readonly bisectBatchOnFunctionError: boolean;
  readonly reportsBatchItemFailures: boolean;
  /** Patterns as JSON text. */
  readonly filters: readonly string[];
  readonly onFailureArn?: string;
};

export type DiscardCondition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

const isoTime = (record: StreamRecord | undefined) =>
  new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();

/** The record of a batch that was given up: where it is in the stream, not what is in it. */
export function discardDelivery(
  definition: StreamMappingDefinition,
  shard: number,
  records: readonly StreamRecord[],
  condition: DiscardCondition,
  invocation: { readonly result: InvocationResult; readonly attempts: number; readonly now: number },
): Delivery | undefined {
  if (!definition.onFailureArn) return undefined;
  const [first] = records;
  const last = records.at(-1);
  const payload = JSON.stringify({
    requestContext: {
      requestId: invocation.result.requestId,
      functionArn: definition.functionArn,
      condition,
      approximateInvokeCount: invocation.attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date(invocation.now).toISOString(),
    DDBStreamBatchInfo: {
      shardId: `shardId-${String(shard).padStart(20, '0')}`,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: isoTime(first),
      approximateArrivalOfLastRecord: isoTime(last),
      batchSize: records.length,
      streamArn: definition.streamArn,
    },
  });
  const { onFailureArn: arn, functionArn: sourceArn, roleArn } = definition;
  return { arn, payload, principal: 'lambda.amazonaws.com', sourceArn, roleArn };
}
