import type { JsonObject } from '../core/json.ts';
import { describeResource, type Resource } from '../template/resource.ts';
import { StartRefused } from '../template/start-refused.ts';
import { readPolicy, type Statement } from './policy.ts';

/** Every policy of the template: by role name, by the ARN of the resource it guards, and who may assume a role. */
export type TemplatePolicies = {
  readonly identity: ReadonlyMap<string, readonly Statement[]>;
  readonly resource: ReadonlyMap<string, readonly Statement[]>;
  readonly trust: ReadonlyMap<string, readonly Statement[]>;
};

/** Managed policies of AWS itself that grant nothing but writing logs and traces, which need no grant here. */
const AWS_MANAGED_WITHOUT_EFFECT =
  /:aws:policy\/(service-role\/AWSLambdaBasicExecutionRole|AWSXRayDaemonWriteAccess|CloudWatchLambdaInsightsExecutionRolePolicy)$/;

class StatementsByOwner extends Map<string, Statement[]> {
  add(owner: string, statements: readonly Statement[]): void {
    this.set(owner, [...(this.get(owner) ?? []), ...statements]);
  }
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value : []);

function managedStatements(
  arn: string,
  role: Resource,
  managed: ReadonlyMap<string, Statement[]>,
): Statement[] {
  if (AWS_MANAGED_WITHOUT_EFFECT.test(arn)) return [];
  const statements = managed.get(arn);
  if (statements) return statements;
  throw new StartRefused(
    `${describeResource(role)} uses the managed policy ${arn}, whose text is not known here.`,
  );
}

/** A Lambda permission is a resource policy in another dress (Lambda: AddPermission). */
function permissionStatement(permission: Resource): Statement {
  const { Principal, Action, SourceArn, SourceAccount } = permission.properties;
  return {
    Effect: 'Allow',
    Principal: { Service: [String(Principal)] },
    Action: [String(Action)],
    Condition: {
      ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': [String(SourceArn)] } }),
      ...(SourceAccount === undefined
        ? {}
        : { StringEquals: { 'aws:SourceAccount': [String(SourceAccount)] } }),
    },
  };
}

function readResourcePolicies(resources: readonly Resource[]): StatementsByOwner {
  const guarded = new StatementsByOwner();
  const queueArns = new Map(resources.map(({ ref, arn }) => [ref, arn]));
  const functionArns = new Map(
    resources.filter(({ type }) => type === 'AWS::Lambda::Function').map(({ name, arn }) => [name, arn]),
  );
  for (const resource of resources) {
    const { type, properties } = resource;
    const owner = describeResource(resource);
    if (type === 'AWS::SQS::QueuePolicy')
      for (const url of strings(properties.Queues))
        guarded.add(queueArns.get(url) ?? url, readPolicy(properties.PolicyDocument, owner));
    if (type === 'AWS::S3::BucketPolicy')
      guarded.add(`arn:aws:s3:::${String(properties.Bucket)}`, readPolicy(properties.PolicyDocument, owner));
    if (type === 'AWS::Lambda::Permission') {
      const name = String(properties.FunctionName);
      guarded.add(functionArns.get(name) ?? name, [permissionStatement(resource)]);
    }
  }
  return guarded;
}

/** Collects every policy; throws `StartRefused` for one that cannot be evaluated here. */
export function readTemplatePolicies(resources: readonly Resource[]): TemplatePolicies {
  const identity = new StatementsByOwner();
  const trust = new StatementsByOwner();
  const managed = new Map<string, Statement[]>();
  for (const policy of resources) {
    if (policy.type !== 'AWS::IAM::Policy' && policy.type !== 'AWS::IAM::ManagedPolicy') continue;
    const statements = readPolicy(policy.properties.PolicyDocument, describeResource(policy));
    managed.set(policy.arn, statements);
    for (const role of strings(policy.properties.Roles)) identity.add(role, statements);
  }
  for (const role of resources.filter(({ type }) => type === 'AWS::IAM::Role')) {
    const owner = describeResource(role);
    trust.add(role.name, readPolicy(role.properties.AssumeRolePolicyDocument, owner));
    identity.add(role.name, []);
    for (const inline of objects(role.properties.Policies))
      identity.add(role.name, readPolicy(inline.PolicyDocument, owner));
    for (const arn of strings(role.properties.ManagedPolicyArns))
      identity.add(role.name, managedStatements(arn, role, managed));
  }
  return { identity, resource: readResourcePolicies(resources), trust };
}
