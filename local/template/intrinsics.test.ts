// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of Fn::Sub, not of a template literal
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve, type Scope } from './intrinsics.ts';

const scope: Scope = {
  ref: (name) => (name === 'AWS::NoValue' ? undefined : `ref-${name}`),
  attribute: (logicalId, attribute) => `${logicalId}:${attribute}`,
  condition: (name) => name === 'IsTrue',
  mapping: (map, first, second) => `${map}/${first}/${second}`,
  importValue: (name) => `imported-${name}`,
};

const CASES: readonly [name: string, expression: unknown, value: unknown][] = [
  ['Ref', { Ref: 'Table' }, 'ref-Table'],
  ['GetAtt as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table:Arn'],
  [
    'GetAtt as a text with a nested attribute',
    { 'Fn::GetAtt': 'Edge.FunctionMetadata.FunctionARN' },
    'Edge:FunctionMetadata.FunctionARN',
  ],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }, 'a-ref-B'],
  ['Join drops what is not there', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'c']] }, 'a-c'],
  ['Split and Select', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['Sub with a reference and an attribute', { 'Fn::Sub': '${A}/${B.Arn}' }, 'ref-A/B:Arn'],
  ['Sub with a variable of its own', { 'Fn::Sub': ['${A}${x}', { x: { Ref: 'Y' } }] }, 'ref-Aref-Y'],
  ['Sub leaves literals', { 'Fn::Sub': '${!Literal}' }, '${Literal}'],
  ['If', { 'Fn::If': ['IsTrue', 'yes', { Ref: 'No' }] }, 'yes'],
  ['If that removes', { a: { 'Fn::If': ['IsFalse', 1, { Ref: 'AWS::NoValue' }] }, b: 2 }, { b: 2 }],
  ['Equals', { 'Fn::Equals': [{ Ref: 'A' }, 'ref-A'] }, true],
  ['Not', { 'Fn::Not': [{ Condition: 'IsTrue' }] }, false],
  ['And', { 'Fn::And': [{ Condition: 'IsTrue' }, { Condition: 'IsFalse' }] }, false],
  ['Or', { 'Fn::Or': [{ Condition: 'IsTrue' }, { Condition: 'IsFalse' }] }, true],
  ['FindInMap', { 'Fn::FindInMap': ['M', { Ref: 'A' }, 'x'] }, 'M/ref-A/x'],
  ['ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': '${A}-out' } }, 'imported-ref-A-out'],
  ['Base64', { 'Fn::Base64': 'chào' }, 'Y2jDoG8='],
  ['ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'B' } } }, '{"a":"ref-B"}'],
  ['inside lists', [{ Ref: 'AWS::NoValue' }, { Ref: 'A' }], ['ref-A']],
];

describe('CloudFormation intrinsics', () => {
  it.each(CASES)('%s', (_name, expression, value) => {
    expect(resolve(expression, scope)).toEqual(value);
  });

  it('refuses an intrinsic that it cannot compute', () => {
    expect(() => resolve({ 'Fn::Cidr': ['10.0.0.0/16', 2] }, scope)).toThrow(/Fn::Cidr/);
  });

  it('leaves values without intrinsics as they are', () => {
    const plain = fc
      .jsonValue()
      .filter((value) => !/"(Ref|Condition|Fn::[^"]*|__proto__)"/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, (value) => {
        expect(resolve(value, scope)).toEqual(value);
      }),
    );
  });
});
