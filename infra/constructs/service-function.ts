import { Duration, RemovalPolicy, type Size } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  type ILayerVersion,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bundleFolder } from '../bundle.ts';
import { acknowledge, acknowledgeObjects } from './acknowledge.ts';
import { INDEX } from './service-table.ts';

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'BatchWriteItem';
export type ObjectAction =
  | 'GetObject'
  | 'GetObjectVersion'
  | 'PutObject'
  | 'DeleteObject'
  | 'DeleteObjectVersion'
  | 'AbortMultipartUpload'
  | 'ListMultipartUploadParts';

export type ServiceFunctionProps = {
  readonly service: string;
  /** File name in the service's handlers folder, without .ts. */
  readonly handler: string;
  /** Whom does it hurt when this function fails, and how? Goes verbatim into the alarm. */
  readonly impact: string;
  readonly timeout?: Duration;
  /** MiB; processor share grows with it. */
  readonly memory?: number;
  /** Scratch disk; 512 MiB when left out, 10 GiB at most. */
  readonly scratch?: Size;
  readonly architecture?: Architecture;
  readonly layers?: ILayerVersion[];
  readonly environment?: Record<string, string>;
};

/**
 * One handler as a function of its own: log group, alarm, exact permissions. A grant and the environment variable
 * that names the granted thing are one call, so a function cannot know a table that it may not use.
 */
export class ServiceFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly impact: string;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    this.impact = props.impact;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.fn = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleFolder(props.service, props.handler), { exclude: ['*.map'] }),
      memorySize: props.memory ?? 512,
      ...(props.scratch && { ephemeralStorageSize: props.scratch }),
      timeout: props.timeout ?? Duration.seconds(10),
      tracing: Tracing.ACTIVE,
      role,
      logGroup,
      ...(props.layers && { layers: props.layers }),
      environment: {
        POWERTOOLS_SERVICE_NAME: props.service,
        ...props.environment,
      },
    });
    this.#alarmOnErrors(props.service, id);
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray takes segments for no resource in particular; nothing else of this role is for *',
    });
  }

  #alarmOnErrors(service: string, id: string): void {
    new Alarm(this, 'Errors', {
      metric: this.fn.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${service}/${id} is failing. Impact: ${this.impact}`,
    });
  }

  /** Exact DynamoDB actions on the table; `index` is leave to query its index, with or without any. */
  useTable(table: ITable, actions: readonly TableAction[], options: { index?: boolean } = {}): this {
    this.fn.addEnvironment('TABLE_NAME', table.tableName);
    const onTable = actions.map((action) => `dynamodb:${action}`);
    if (onTable.length > 0) this.#allow(onTable, [table.tableArn]);
    if (options.index) this.#allow(['dynamodb:Query'], [`${table.tableArn}/index/${INDEX}`]);
    return this;
  }

  /** Exact object actions below a prefix of the bucket; `variable` names the environment variable that carries its name. */
  useBucket(
    bucket: IBucket,
    variable: string,
    prefix: string,
    actions: readonly [ObjectAction, ...ObjectAction[]],
    key?: IKey,
  ): this {
    this.fn.addEnvironment(variable, bucket.bucketName);
    this.#allow(
      actions.map((action) => `s3:${action}`),
      [bucket.arnForObjects(`${prefix}*`)],
    );
    acknowledgeObjects(this, bucket, prefix);
    // Parts of an upload are written under a key that is read back, hence both for writers.
    const keyActions = actions.includes('PutObject')
      ? ['kms:Decrypt', 'kms:GenerateDataKey']
      : ['kms:Decrypt'];
    if (key) this.#allow(keyActions, [key.keyArn]);
    return this;
  }

  /** May send to the queue, whose address is in `variable`. */
  useQueue(queue: IQueue, variable: string): this {
    this.fn.addEnvironment(variable, queue.queueUrl);
    this.#allow(['sqs:SendMessage'], [queue.queueArn]);
    return this;
  }

  /** May list what lies below these prefixes of the bucket. */
  listBucket(bucket: IBucket, prefixes: readonly [string, ...string[]]): this {
    const below = prefixes.map((prefix) => `${prefix}*`);
    this.#allow(['s3:ListBucket'], [bucket.bucketArn], { StringLike: { 's3:prefix': below } });
    return this;
  }

  /** Further exact actions, for what has no method of its own. */
  allow(actions: readonly [string, ...string[]], resources: readonly [string, ...string[]]): this {
    this.#allow(actions, resources);
    return this;
  }

  #allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Record<string, Record<string, unknown>>,
  ): void {
    this.fn.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...actions],
        resources: [...resources],
        ...(conditions && { conditions }),
      }),
    );
  }

  /** PutEvents restricted to this source and these detail types: a service cannot speak for another. */
  publish(busArn: string, busName: string, source: string, detailTypes: readonly string[]): this {
    this.fn.addEnvironment('EVENT_BUS_NAME', busName);
    this.#allow(['events:PutEvents'], [busArn], {
      StringEquals: { 'events:source': source },
      'ForAllValues:StringEquals': { 'events:detail-type': [...detailTypes] },
    });
    return this;
  }
}
