import { describe, expect, it } from 'vitest';
import { readAssembly } from '../template/assembly.ts';
import { StartRefused } from '../template/start-refused.ts';
import { ENVIRONMENT, writeAssembly } from '../template/testing/written-assembly.suite.ts';
import { CheckedResources } from './checked-resources.ts';
import { WITHOUT_EFFECT } from './without-effect.ts';

const check = (Type: string, Properties: object) => {
  const Metadata = { 'aws:cdk:path': 'Shop/Thing/Resource' };
  const directory = writeAssembly({ Shop: { Resources: { Thing: { Type, Properties, Metadata } } } });
  return new CheckedResources(readAssembly(directory, ENVIRONMENT).resources);
};

const table = {
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
};

describe('what the template may hold', () => {
  it('refuses an unknown type by name', () => {
    expect(() => check('AWS::Neptune::DBCluster', {})).toThrow(
      new StartRefused(
        'Shop/Thing (Shop/Thing/Resource): the local cloud does not know the type AWS::Neptune::DBCluster.',
      ),
    );
  });

  it('refuses an unknown property by name', () => {
    expect(() => check('AWS::DynamoDB::Table', { ...table, ImportSourceSpecification: {} })).toThrow(
      new StartRefused(
        'Shop/Thing (Shop/Thing/Resource): the local cloud does not honour the property ImportSourceSpecification of AWS::DynamoDB::Table.',
      ),
    );
  });

  const unsupported: readonly [type: string, properties: object, at: string][] = [
    [
      'AWS::DynamoDB::Table',
      { ...table, StreamSpecification: { StreamViewType: 'KEYS_ONLY', ResourcePolicy: {} } },
      'StreamSpecification.ResourcePolicy',
    ],
    ['AWS::SQS::Queue', { FifoQueue: true }, 'FifoQueue'],
    [
      'AWS::Lambda::Function',
      { Code: { ZipFile: 'x' }, Handler: 'a.b', Role: 'r', Runtime: 'nodejs24.x' },
      'Code',
    ],
    [
      'AWS::Lambda::Function',
      { Code: { S3Bucket: 'b', S3Key: 'k' }, Handler: 'a.b', Role: 'r', Runtime: 'python3.13' },
      'Runtime',
    ],
    ['AWS::Cognito::UserPool', { LambdaConfig: {} }, 'LambdaConfig'],
    [
      'AWS::ApiGatewayV2::Route',
      { ApiId: 'a', RouteKey: 'GET /', Target: 't', AuthorizationType: 'AWS_IAM' },
      'AuthorizationType',
    ],
    [
      'AWS::S3::Bucket',
      { NotificationConfiguration: { LambdaConfigurations: [] } },
      'NotificationConfiguration.LambdaConfigurations',
    ],
    [
      'AWS::Events::Rule',
      { Targets: [{ Id: 'a', Arn: 'b', HttpParameters: {} }] },
      'Targets.0.HttpParameters',
    ],
  ];
  it.each(unsupported)('refuses %s with %j, naming %s', (type, properties, at) => {
    expect(() => check(type, properties)).toThrow(
      new RegExp(`property ${at.replaceAll('.', '\\.')}.* of ${type}`),
    );
  });

  it('takes properties that it knowingly ignores', () => {
    const resources = check('AWS::DynamoDB::Table', { ...table, SSESpecification: { SSEEnabled: true } });
    expect(resources.of('AWS::DynamoDB::Table')).toHaveLength(1);
  });

  it('takes every type without effect, whatever its properties, and has a reason for each', () => {
    for (const [type, reason] of Object.entries(WITHOUT_EFFECT)) {
      expect(check(type, { Anything: 1 }).all).toHaveLength(1);
      expect(reason.length).toBeGreaterThan(10);
    }
  });

  it('finds a resource by logical id and by construct path', () => {
    const resources = check('AWS::SQS::Queue', {});
    expect(resources.require('Shop/Thing')).toBe(resources.require('Thing'));
    expect(resources.require('Thing').type).toBe('AWS::SQS::Queue');
    expect(() => resources.require('Nothing')).toThrow('No resource of the template is Nothing.');
  });
});
