import { createHash } from 'node:crypto';
import type { Environment } from './resource.ts';

/** What a physical name, ARN or attribute may be computed from; `property` resolves a property of the same resource. */
export type Identity = {
  readonly name: string;
  readonly environment: Environment;
  readonly property: (name: string) => unknown;
};

type Text = (identity: Identity) => string;

/** How one CloudFormation type is named: `given` is the property that may hold its name, `generated` the fallback. */
export type ResourceKind = {
  readonly given?: string;
  readonly generated?: (seed: { hash: string; base: string; environment: Environment }) => string;
  readonly arn?: Text;
  readonly ref?: Text;
  readonly attributes?: Readonly<Record<string, Text>>;
};

const name: Text = (identity) => identity.name;

const arn =
  (service: string, path: (identity: Identity) => string): Text =>
  (identity) =>
    `arn:aws:${service}:${identity.environment.region}:${identity.environment.account}:${path(identity)}`;

const globalArn =
  (service: string, path: (identity: Identity) => string): Text =>
  (identity) =>
    `arn:aws:${service}::${identity.environment.account}:${path(identity)}`;

const layerArn = arn('lambda', ({ name }) => `layer:${name}:1`);
const managedPolicyArn = globalArn('iam', ({ name }) => `policy/${name}`);
const edgeFunctionArn = globalArn('cloudfront', ({ name }) => `function/${name}`);
const tableArn = arn('dynamodb', ({ name }) => `table/${name}`);
const topicArn = arn('sns', ({ name }) => name);
const queueUrl: Text = ({ name, environment }) => `${environment.awsAddress}/${environment.account}/${name}`;
const issuerHost: Text = ({ name, environment }) => `cognito-idp.${environment.region}.amazonaws.com/${name}`;

/** Rules of the default bus are named without it, as in AWS's own ARNs. */
const ruleArn = arn('events', ({ name, property }) => {
  const bus = property('EventBusName');
  const busName = typeof bus === 'string' ? bus.split('/').at(-1) : undefined;
  return busName && busName !== 'default' ? `rule/${busName}/${name}` : `rule/${name}`;
});

const scheduleArn = arn('scheduler', ({ name, property }) => {
  const group = property('GroupName');
  return `schedule/${typeof group === 'string' ? group : 'default'}/${name}`;
});

const shortId = (length: number) => (seed: { hash: string }) => seed.hash.slice(0, length);
const identified = (length: number, attribute: string): ResourceKind => ({
  generated: shortId(length),
  attributes: { [attribute]: name },
});

/** The name under which browsers reach a distribution, by its id. */
export const domainOf = (distributionId: string): string => `${distributionId.toLowerCase()}.cloudfront.net`;

/** Six characters end the ARN of every secret, so that a new one of the same name is another. */
const secretArn = arn('secretsmanager', ({ name }) => `secret:${name}-LOCAL0`);

const DATA: Record<string, ResourceKind> = {
  // StreamArn carries no creation time: one stream per table for as long as the data folder lives.
  'AWS::DynamoDB::Table': {
    given: 'TableName',
    arn: tableArn,
    attributes: { StreamArn: (identity) => `${tableArn(identity)}/stream/local` },
  },
  'AWS::S3::Bucket': {
    given: 'BucketName',
    generated: ({ base, hash }) => `${base.toLowerCase().slice(0, 50)}-${hash.slice(0, 8)}`,
    arn: ({ name }) => `arn:aws:s3:::${name}`,
    attributes: {
      DomainName: ({ name }) => `${name}.s3.amazonaws.com`,
      RegionalDomainName: ({ name, environment }) => `${name}.s3.${environment.region}.amazonaws.com`,
    },
  },
  'AWS::SQS::Queue': {
    given: 'QueueName',
    arn: arn('sqs', name),
    ref: queueUrl,
    attributes: { QueueName: name, QueueUrl: queueUrl },
  },
  'AWS::SecretsManager::Secret': { given: 'Name', arn: secretArn, ref: secretArn },
  'AWS::SSM::Parameter': {
    given: 'Name',
    attributes: { Value: ({ property }) => String(property('Value')) },
  },
};

const EVENTS: Record<string, ResourceKind> = {
  'AWS::Events::EventBus': {
    given: 'Name',
    arn: arn('events', ({ name }) => `event-bus/${name}`),
    attributes: { Name: name },
  },
  'AWS::Events::Rule': { given: 'Name', arn: ruleArn },
  'AWS::Events::Archive': {
    given: 'ArchiveName',
    arn: arn('events', ({ name }) => `archive/${name}`),
    attributes: { ArchiveName: name },
  },
  'AWS::Scheduler::Schedule': { given: 'Name', arn: scheduleArn },
  'AWS::Scheduler::ScheduleGroup': {
    given: 'Name',
    arn: arn('scheduler', ({ name }) => `schedule-group/${name}`),
  },
  'AWS::SNS::Topic': { given: 'TopicName', arn: topicArn, ref: topicArn, attributes: { TopicArn: topicArn } },
};

const COMPUTE: Record<string, ResourceKind> = {
  'AWS::Lambda::Function': { given: 'FunctionName', arn: arn('lambda', ({ name }) => `function:${name}`) },
  'AWS::Lambda::LayerVersion': {
    given: 'LayerName',
    arn: layerArn,
    ref: layerArn,
    attributes: { LayerVersionArn: layerArn },
  },
  'AWS::IAM::Role': {
    given: 'RoleName',
    arn: globalArn('iam', ({ name }) => `role/${name}`),
    attributes: { RoleId: ({ name }) => `AROA${name.toUpperCase()}` },
  },
  'AWS::IAM::ManagedPolicy': {
    given: 'ManagedPolicyName',
    arn: managedPolicyArn,
    ref: managedPolicyArn,
    attributes: { PolicyArn: managedPolicyArn },
  },
  'AWS::KMS::Key': { arn: arn('kms', ({ name }) => `key/${name}`), attributes: { KeyId: name } },
  'AWS::KMS::Alias': { given: 'AliasName' },
  'AWS::Logs::LogGroup': { given: 'LogGroupName', arn: arn('logs', ({ name }) => `log-group:${name}:*`) },
  'AWS::CloudWatch::Alarm': { given: 'AlarmName', arn: arn('cloudwatch', ({ name }) => `alarm:${name}`) },
  'AWS::CloudWatch::CompositeAlarm': {
    given: 'AlarmName',
    arn: arn('cloudwatch', ({ name }) => `alarm:${name}`),
  },
};

const EDGE: Record<string, ResourceKind> = {
  'AWS::Cognito::UserPool': {
    generated: ({ hash, environment }) => `${environment.region}_${hash.slice(0, 9)}`,
    arn: arn('cognito-idp', ({ name }) => `userpool/${name}`),
    attributes: {
      UserPoolId: name,
      ProviderName: issuerHost,
      ProviderURL: (i) => `https://${issuerHost(i)}`,
    },
  },
  'AWS::Cognito::UserPoolClient': identified(26, 'ClientId'),
  'AWS::Cognito::UserPoolGroup': { given: 'GroupName' },
  'AWS::ApiGatewayV2::Api': {
    generated: shortId(10),
    arn: arn('apigateway', ({ name }) => `/apis/${name}`),
    attributes: {
      ApiId: name,
      ApiEndpoint: ({ name, environment }) =>
        `https://${name}.execute-api.${environment.region}.amazonaws.com`,
    },
  },
  'AWS::ApiGatewayV2::Stage': { given: 'StageName' },
  'AWS::ApiGatewayV2::Route': identified(7, 'RouteId'),
  'AWS::ApiGatewayV2::Integration': identified(7, 'IntegrationId'),
  'AWS::ApiGatewayV2::Authorizer': identified(6, 'AuthorizerId'),
  'AWS::CloudFront::Distribution': {
    generated: ({ hash }) => `E${hash.slice(0, 13).toUpperCase()}`,
    arn: globalArn('cloudfront', ({ name }) => `distribution/${name}`),
    attributes: { Id: name, DomainName: ({ name }) => domainOf(name) },
  },
  'AWS::CloudFront::Function': {
    given: 'Name',
    arn: edgeFunctionArn,
    ref: edgeFunctionArn,
    attributes: { FunctionARN: edgeFunctionArn, 'FunctionMetadata.FunctionARN': edgeFunctionArn },
  },
  'AWS::CloudFront::PublicKey': identified(14, 'Id'),
  'AWS::CloudFront::KeyGroup': identified(14, 'Id'),
  'AWS::CloudFront::OriginAccessControl': identified(14, 'Id'),
  'AWS::CloudFront::ResponseHeadersPolicy': identified(14, 'Id'),
  'AWS::CloudFront::OriginRequestPolicy': identified(14, 'Id'),
  'AWS::CloudFront::CachePolicy': identified(14, 'Id'),
};

const KINDS: Readonly<Record<string, ResourceKind>> = { ...DATA, ...EVENTS, ...COMPUTE, ...EDGE };

/** The naming rules of a type; an empty kind when CloudFormation needs no more of it than a name. */
export const kindOf = (type: string): ResourceKind => KINDS[type] ?? {};

/**
 * A physical name that depends on nothing but the stack and the logical id, so that data written under it
 * are found again after a restart and after any change elsewhere in the template.
 */
export function generatedName(
  kind: ResourceKind,
  stack: string,
  logicalId: string,
  environment: Environment,
) {
  const hash = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex');
  const base = `${stack}-${logicalId}`;
  return kind.generated?.({ hash, base, environment }) ?? `${base.slice(0, 55)}-${hash.slice(0, 8)}`;
}
