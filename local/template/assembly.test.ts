import { describe, expect, it } from 'vitest';
import { readAssembly } from './assembly.ts';
import { ENVIRONMENT, writeAssembly } from './testing/written-assembly.suite.ts';

const read = (...written: Parameters<typeof writeAssembly>) =>
  readAssembly(writeAssembly(...written), ENVIRONMENT);
const named = (assembly: ReturnType<typeof read>, logicalId: string) => {
  const found = assembly.resources.find((resource) => resource.logicalId === logicalId);
  if (!found) throw new Error(`no ${logicalId}`);
  return found;
};

describe('reading a cloud assembly', () => {
  it('gives each resource its names as AWS would', () => {
    const assembly = read({
      Shop: {
        Resources: {
          Work: { Type: 'AWS::SQS::Queue' },
          Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
          Rule: { Type: 'AWS::Events::Rule', Properties: { EventBusName: { Ref: 'Bus' }, Name: 'placed' } },
          Users: { Type: 'AWS::Cognito::UserPool' },
          Files: { Type: 'AWS::S3::Bucket' },
        },
      },
    });
    expect(named(assembly, 'Work').ref).toMatch(
      /^http:\/\/127\.0\.0\.1:4601\/000000000000\/Shop-Work-[0-9a-f]{8}$/,
    );
    expect(named(assembly, 'Rule').arn).toBe('arn:aws:events:ap-southeast-1:000000000000:rule/orders/placed');
    expect(named(assembly, 'Users').name).toMatch(/^ap-southeast-1_[0-9a-f]{9}$/);
    expect(named(assembly, 'Files').name).toMatch(/^shop-files-[0-9a-f]{8}$/);
  });

  it('keeps a physical name when the rest of the template changes', () => {
    const table = { Type: 'AWS::DynamoDB::Table', Properties: { BillingMode: 'PAY_PER_REQUEST' } };
    const before = read({ Shop: { Resources: { Table: table } } });
    const after = read({
      Other: { Resources: {} },
      Shop: { Resources: { Queue: { Type: 'AWS::SQS::Queue' }, Table: { ...table, Properties: {} } } },
    });
    expect(named(after, 'Table').name).toBe(named(before, 'Table').name);
  });

  it('names resources of two stacks apart', () => {
    const Resources = { Table: { Type: 'AWS::DynamoDB::Table' } };
    const names = read({ A: { Resources }, B: { Resources } }).resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });

  it('resolves what one stack exports in another, whatever the order of the manifest', () => {
    const assembly = read(
      {
        Consumer: {
          Resources: {
            Fn: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::ImportValue': 'Base:Arn' } } },
          },
        },
        Base: {
          Resources: { Role: { Type: 'AWS::IAM::Role' } },
          Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] }, Export: { Name: 'Base:Arn' } } },
        },
      },
      { Consumer: ['Base'] },
    );
    expect(named(assembly, 'Fn').properties.Role).toMatch(/^arn:aws:iam::000000000000:role\/Base-Role-/);
    expect(assembly.outputs.RoleArn).toBe(assembly.outputs['Base.RoleArn']);
  });

  it('leaves out resources whose condition does not hold', () => {
    const assembly = read({
      Shop: {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { Gone: { Type: 'AWS::SQS::Queue', Condition: 'Never' } },
      },
    });
    expect(assembly.resources).toEqual([]);
  });

  const broken: readonly [what: string, properties: unknown, sentence: RegExp][] = [
    [
      'an unknown reference',
      { Name: { Ref: 'Nowhere' } },
      /^Shop\/Queue \(Shop\/Work\/Resource\) refers to Nowhere, .*\.$/,
    ],
    [
      'an unknown attribute',
      { Name: { 'Fn::GetAtt': ['Queue', 'Colour'] } },
      /uses the attribute Colour of AWS::SQS::Queue/,
    ],
    [
      'a missing export',
      { Name: { 'Fn::ImportValue': 'lost' } },
      /imports lost, which no stack before it exports/,
    ],
  ];
  it.each(broken)('refuses %s in a sentence that names the resource', (_what, Properties, sentence) => {
    const Queue = { Type: 'AWS::SQS::Queue', Properties, Metadata: { 'aws:cdk:path': 'Shop/Work/Resource' } };
    expect(() => read({ Shop: { Resources: { Queue } } })).toThrow(sentence);
  });

  it('refuses a folder that holds no assembly', () => {
    expect(() => readAssembly('/nowhere', ENVIRONMENT)).toThrow(/The synthesized template is missing/);
  });
});
