import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAssembly } from '../template/assembly.ts';
import { ENVIRONMENT, writeAssembly } from '../template/testing/written-assembly.suite.ts';
import { Iam } from './iam.ts';

const ACCOUNT = ENVIRONMENT.account;
const TABLE = `arn:aws:dynamodb:ap-southeast-1:${ACCOUNT}:table/orders`;
const QUEUE = `arn:aws:sqs:ap-southeast-1:${ACCOUNT}:work`;
const BUS = `arn:aws:events:ap-southeast-1:${ACCOUNT}:event-bus/orders`;
const RULE = `arn:aws:events:ap-southeast-1:${ACCOUNT}:rule/orders/placed`;
const FUNCTION = `arn:aws:lambda:ap-southeast-1:${ACCOUNT}:function:worker`;

type Statements = readonly object[];

const trusting = (service: string) => ({
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});

function iam(own: Statements, more: Record<string, unknown> = {}): Iam {
  const Resources = {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'role',
        AssumeRolePolicyDocument: trusting('scheduler.amazonaws.com'),
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
      },
    },
    Policy: {
      Type: 'AWS::IAM::Policy',
      Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Version: '2012-10-17', Statement: own } },
    },
    Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } },
    Worker: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'worker' } },
    Site: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'site' } },
    ...more,
  };
  return new Iam(readAssembly(writeAssembly({ Shop: { Resources } }), ENVIRONMENT).resources, ACCOUNT);
}

const allow = (Action: unknown, Resource: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});

describe('what a role may do by its own policies', () => {
  it('nothing, when nothing says so, whatever is asked', () => {
    const empty = iam([]);
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.dictionary(fc.string(), fc.string()),
        (action, resource, context) => {
          expect(empty.allowed('role', action, resource, context)).toBe(false);
          expect(empty.allowed('nobody', action, resource, context)).toBe(false);
        },
      ),
    );
  });

  it('exactly the named actions on the named resources, however they are combined', () => {
    const actions = ['dynamodb:GetItem', 'dynamodb:PutItem', 'sqs:SendMessage', 's3:GetObject'];
    const resources = [TABLE, QUEUE, 'arn:aws:s3:::site/a'];
    const some = (values: string[]) => fc.subarray(values, { minLength: 1 });
    fc.assert(
      fc.property(some(actions), some(resources), (granted, on) => {
        const policies = iam([allow(granted, on)]);
        for (const action of actions)
          for (const resource of resources)
            expect(policies.allowed('role', action, resource)).toBe(
              granted.includes(action) && on.includes(resource),
            );
      }),
      { numRuns: 20 },
    );
  });

  it('wildcards reach indexes and objects; the action has no case, the resource has', () => {
    const policies = iam([
      allow('dynamodb:*', `${TABLE}/index/*`),
      allow('s3:Get*', 'arn:aws:s3:::site/in/*'),
    ]);
    expect(policies.allowed('role', 'DynamoDB:query', `${TABLE}/index/byUser`)).toBe(true);
    expect(policies.allowed('role', 'dynamodb:Query', TABLE)).toBe(false);
    expect(policies.allowed('role', 's3:GetObject', 'arn:aws:s3:::site/in/a/b')).toBe(true);
    expect(policies.allowed('role', 's3:GetObject', 'arn:aws:s3:::SITE/in/a')).toBe(false);
    expect(policies.allowed('role', 's3:PutObject', 'arn:aws:s3:::site/in/a')).toBe(false);
  });

  it('a denial wins over any allowance', () => {
    const policies = iam([allow('*', '*'), { Effect: 'Deny', Action: 'dynamodb:Delete*', Resource: TABLE }]);
    expect(policies.allowed('role', 'dynamodb:GetItem', TABLE)).toBe(true);
    expect(policies.allowed('role', 'dynamodb:DeleteItem', TABLE)).toBe(false);
  });

  it('NotAction allows everything else', () => {
    const policies = iam([{ Effect: 'Allow', NotAction: ['sqs:DeleteQueue'], Resource: '*' }]);
    expect(policies.allowed('role', 'sqs:SendMessage', QUEUE)).toBe(true);
    expect(policies.allowed('role', 'sqs:DeleteQueue', QUEUE)).toBe(false);
  });

  it('a service may speak on the bus only for itself', () => {
    const policies = iam([
      allow('events:PutEvents', BUS, {
        StringEquals: { 'events:source': 'shop.orders' },
        'ForAllValues:StringEquals': { 'events:detail-type': ['OrderPlaced', 'OrderPaid'] },
      }),
    ]);
    const may = (source: string, type: string) =>
      policies.allowed('role', 'events:PutEvents', BUS, {
        'events:source': source,
        'events:detail-type': type,
      });
    expect(may('shop.orders', 'OrderPaid')).toBe(true);
    expect(may('shop.orders', 'OrderLost')).toBe(false);
    expect(may('shop.media', 'OrderPaid')).toBe(false);
  });
});

describe('what a resource lets services do', () => {
  const queuePolicy = (...Statement: object[]) => ({
    QueuePolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [{ Ref: 'Work' }], PolicyDocument: { Statement } },
    },
  });
  const fromRule = {
    ...allow('sqs:SendMessage', QUEUE, { ArnEquals: { 'aws:SourceArn': RULE } }),
    Principal: { Service: 'events.amazonaws.com' },
  };

  it('a queue takes messages of the rule it names, and of no other', () => {
    const policies = iam([], queuePolicy(fromRule));
    expect(policies.serviceAllowed('events.amazonaws.com', 'sqs:SendMessage', QUEUE, RULE)).toBe(true);
    expect(policies.serviceAllowed('events.amazonaws.com', 'sqs:SendMessage', QUEUE, `${RULE}2`)).toBe(false);
    expect(policies.serviceAllowed('sns.amazonaws.com', 'sqs:SendMessage', QUEUE, RULE)).toBe(false);
    expect(iam([]).serviceAllowed('events.amazonaws.com', 'sqs:SendMessage', QUEUE, RULE)).toBe(false);
  });

  it('a policy against unencrypted transport does not hinder, a denial for all does', () => {
    const everyone = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: QUEUE };
    const insecure = { ...everyone, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const sends = (...statements: object[]) =>
      iam([allow('sqs:SendMessage', QUEUE)], queuePolicy(...statements)).allowed(
        'role',
        'sqs:SendMessage',
        QUEUE,
      );
    expect(sends(insecure)).toBe(true);
    expect(sends(everyone)).toBe(false);
  });

  it('a function runs for whom it was permitted', () => {
    const Permission = {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': ['Worker', 'Arn'] },
        Principal: 'apigateway.amazonaws.com',
        SourceArn: `arn:aws:execute-api:ap-southeast-1:${ACCOUNT}:api1/*/*/orders`,
      },
    };
    const policies = iam([], { Permission });
    const may = (path: string) =>
      policies.serviceAllowed(
        'apigateway.amazonaws.com',
        'lambda:InvokeFunction',
        FUNCTION,
        `arn:aws:execute-api:ap-southeast-1:${ACCOUNT}:${path}`,
      );
    expect(may('api1/$default/GET/orders')).toBe(true);
    expect(may('api1/$default/GET/people')).toBe(false);
    expect(may('api2/$default/GET/orders')).toBe(false);
  });

  it('a bucket policy guards its objects', () => {
    const BucketPolicy = {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: 'site',
        PolicyDocument: {
          Statement: [
            {
              ...allow('s3:GetObject', 'arn:aws:s3:::site/*'),
              Principal: { Service: 'cloudfront.amazonaws.com' },
            },
          ],
        },
      },
    };
    const policies = iam([], { BucketPolicy });
    expect(
      policies.serviceAllowed('cloudfront.amazonaws.com', 's3:GetObject', 'arn:aws:s3:::site/a', 'x'),
    ).toBe(true);
    expect(
      policies.serviceAllowed('cloudfront.amazonaws.com', 's3:PutObject', 'arn:aws:s3:::site/a', 'x'),
    ).toBe(false);
  });

  it('a schedule acts through its role only when the role trusts the scheduler and may do it', () => {
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/role`;
    const policies = iam([allow('lambda:InvokeFunction', [FUNCTION, `${FUNCTION}:*`])]);
    const through = (service: string, action: string) =>
      policies.allowedThroughRole(service, roleArn, action, FUNCTION, RULE);
    expect(through('scheduler.amazonaws.com', 'lambda:InvokeFunction')).toBe(true);
    expect(through('events.amazonaws.com', 'lambda:InvokeFunction')).toBe(false);
    expect(through('scheduler.amazonaws.com', 'sqs:SendMessage')).toBe(false);
  });
});

describe('policies that cannot be evaluated stop the start', () => {
  const refused: readonly [what: string, statements: Statements, sentence: RegExp][] = [
    [
      'an unknown condition',
      [allow('s3:*', '*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })],
      /Shop\/Policy .* IpAddress/,
    ],
    ['a policy variable', [allow('s3:*', 'arn:aws:s3:::site/$' + '{aws:username}/*')], /policy variable/],
    ['an unknown element', [{ ...allow('s3:*', '*'), NotPrincipal: '*' }], /Shop\/Policy/],
  ];
  it.each(refused)('%s', (_what, statements, sentence) => {
    expect(() => iam(statements)).toThrow(sentence);
  });

  it('a managed policy whose text is not in the template', () => {
    const Other = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: trusting('lambda.amazonaws.com'),
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      },
    };
    expect(() => iam([], { Other })).toThrow(/AdministratorAccess, whose text is not known here/);
  });
});
