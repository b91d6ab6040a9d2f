import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { DynamoDb } from '../dynamodb/dynamodb.ts';
import { QueueMapping } from '../event-sources/queue-mapping.ts';
import { StreamMapping } from '../event-sources/stream-mapping.ts';
import type { Deliver } from '../events/delivery.ts';
import type { Iam } from '../iam/iam.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Sqs } from '../sqs/sqs.ts';
import { describeResource } from '../template/resource.ts';
import { StartRefused } from '../template/start-refused.ts';
import type { Checked, CheckedResources } from './checked-resources.ts';
import { orRefuse } from './or-refuse.ts';

type Dependencies = {
  readonly resources: CheckedResources;
  readonly iam: Iam;
  readonly enforced: boolean;
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly deliver: Deliver;
  readonly log: (line: string) => void;
  readonly dynamoDb: DynamoDb;
  readonly sqs: Sqs;
  readonly lambda: Lambda;
};

type Mapping = Checked<'AWS::Lambda::EventSourceMapping'>;

/** A running event source: `queue` is the queue it drains, for those that drain one. */
export type RunningMapping = {
  readonly queue?: string;
  readonly start: () => void;
  readonly pending: () => number;
  readonly stop: (limitMs?: number) => Promise<void>;
};

/** What Lambda itself asks of a function's role before it accepts a mapping. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  dynamodb: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
};

/** AWS's defaults of a mapping that says nothing itself; -1 is without limit. */
const STREAM_BATCH = 100;
const QUEUE_BATCH = 10;
const UNLIMITED = -1;

function functionOf(d: Dependencies, mapping: Mapping): Checked<'AWS::Lambda::Function'> {
  const name = mapping.properties.FunctionName.replace(/^arn:.*:function:/, '').split(':')[0];
  const found = d.resources.of('AWS::Lambda::Function').find((one) => one.name === name);
  if (found) return found;
  throw new StartRefused(`${describeResource(mapping)}: the function ${name} is not part of the template.`);
}

function requirePermissions(d: Dependencies, mapping: Mapping, role: string): void {
  if (!d.enforced) return;
  const source = mapping.properties.EventSourceArn;
  const missing = NEEDED[source.split(':')[2] ?? '']?.find((action) => !d.iam.allowed(role, action, source));
  if (missing)
    throw new StartRefused(
      `${describeResource(mapping)}: the function's role ${role} may not perform ${missing} on ${source}, so Lambda would not accept this event source.`,
    );
}

function streamMapping(d: Dependencies, mapping: Mapping): RunningMapping {
  const { properties } = mapping;
  const target = functionOf(d, mapping);
  const onFailureArn = properties.DestinationConfig?.OnFailure?.Destination;
  const definition = {
    id: mapping.name,
    table: properties.EventSourceArn.split('/')[1] ?? '',
    streamArn: properties.EventSourceArn,
    functionName: target.name,
    functionArn: target.arn,
    roleArn: target.properties.Role,
    batchSize: properties.BatchSize ?? STREAM_BATCH,
    batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds ?? 0,
    startingPosition: properties.StartingPosition ?? 'LATEST',
    maximumRetryAttempts: properties.MaximumRetryAttempts ?? UNLIMITED,
    maximumRecordAgeSeconds: properties.MaximumRecordAgeInSeconds ?? UNLIMITED,
    bisectBatchOnFunctionError: properties.BisectBatchOnFunctionError ?? false,
    reportsBatchItemFailures: properties.FunctionResponseTypes.length > 0,
    filters: properties.FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? [],
    ...(onFailureArn && { onFailureArn }),
  };
  return new StreamMapping({ ...d, definition, source: d.dynamoDb });
}

function queueMapping(d: Dependencies, mapping: Mapping): RunningMapping {
  const { properties } = mapping;
  const functionName = functionOf(d, mapping).name;
  const queueName = properties.EventSourceArn.split(':').at(-1) ?? '';
  const maximumConcurrency = properties.ScalingConfig?.MaximumConcurrency;
  const definition = {
    id: mapping.name,
    queueName,
    queueArn: properties.EventSourceArn,
    functionName,
    batchSize: properties.BatchSize ?? QUEUE_BATCH,
    batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds ?? 0,
    reportsBatchItemFailures: properties.FunctionResponseTypes.length > 0,
    filters: properties.FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? [],
    ...(maximumConcurrency !== undefined && { maximumConcurrency }),
  };
  const running = new QueueMapping({
    ...d,
    definition,
    source: d.sqs,
    capacity: d.lambda.capacity(functionName),
  });
  return {
    queue: queueName,
    start: () => running.start(),
    pending: () => running.pending(),
    stop: (limitMs) => running.stop(limitMs),
  };
}

const KINDS: Readonly<Record<string, (d: Dependencies, mapping: Mapping) => RunningMapping>> = {
  dynamodb: streamMapping,
  sqs: queueMapping,
};

/** Puts every event source between its stream or queue and its function, not yet started. Throws `StartRefused`. */
export function declareMappings(d: Dependencies): RunningMapping[] {
  return d.resources
    .of('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.Enabled)
    .map((mapping) => {
      const source = mapping.properties.EventSourceArn;
      const make = KINDS[source.split(':')[2] ?? ''];
      if (!make)
        throw new StartRefused(
          `${describeResource(mapping)}: the local cloud has no event source like ${source}.`,
        );
      requirePermissions(d, mapping, functionOf(d, mapping).properties.Role.split('/').at(-1) ?? '');
      return orRefuse(mapping, () => make(d, mapping));
    });
}
