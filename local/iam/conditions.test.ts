import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conditions, type Context, conditionsHold, isKnownOperator } from './conditions.ts';

const CASES: readonly [conditions: Conditions, context: Context, holds: boolean][] = [
  [{ StringEquals: { 'events:source': ['a', 'b'] } }, { 'events:source': 'b' }, true],
  [{ StringEquals: { 'events:source': ['a'] } }, { 'events:source': 'A' }, false],
  [{ StringEquals: { 'Events:Source': ['a'] } }, { 'events:source': 'a' }, true],
  [{ StringEquals: { absent: ['a'] } }, {}, false],
  [{ StringEqualsIfExists: { absent: ['a'] } }, {}, true],
  [{ StringEqualsIgnoreCase: { k: ['A'] } }, { k: 'a' }, true],
  [{ StringNotEquals: { k: ['a', 'b'] } }, { k: 'b' }, false],
  [{ StringNotEquals: { k: ['a'] } }, {}, true],
  [{ StringLike: { k: ['shop.*'] } }, { k: 'shop.orders' }, true],
  [{ StringLike: { k: ['shop.?'] } }, { k: 'shop.orders' }, false],
  [{ StringLike: { k: ['a.c'] } }, { k: 'abc' }, false],
  [{ ArnLike: { k: ['arn:aws:events:*:*:rule/bus/*'] } }, { k: 'arn:aws:events:r:1:rule/bus/x' }, true],
  [{ ArnLike: { k: ['arn:aws:*:rule/x'] } }, { k: 'arn:aws:events:r:1:rule/x' }, false],
  [{ ArnEquals: { k: ['arn:aws:sqs:r:1:q'] } }, { k: 'arn:aws:sqs:r:1:q' }, true],
  [{ Bool: { 'aws:SecureTransport': ['false'] } }, { 'aws:SecureTransport': 'true' }, false],
  [{ Null: { k: ['true'] } }, {}, true],
  [{ Null: { k: ['true'] } }, { k: 'x' }, false],
  [{ Null: { k: ['false'] } }, { k: 'x' }, true],
  [{ NumericLessThanEquals: { k: ['10'] } }, { k: '9' }, true],
  [{ NumericGreaterThan: { k: ['10'] } }, { k: '9' }, false],
  [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'b'] }, true],
  [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'c'] }, false],
  [{ 'ForAllValues:StringEquals': { k: ['a'] } }, {}, true],
  [{ 'ForAnyValue:StringLike': { k: ['a*'] } }, { k: ['x', 'ab'] }, true],
  [{ 'ForAnyValue:StringEquals': { k: ['a'] } }, {}, false],
  [{ StringEquals: { k: ['a'] }, Bool: { b: ['true'] } }, { k: 'a', b: 'false' }, false],
  [{ StringEquals: { k: ['a'], other: ['b'] } }, { k: 'a', other: 'b' }, true],
];

describe('policy conditions', () => {
  it.each(CASES)('%j in %j: %s', (conditions, context, holds) => {
    expect(conditionsHold(conditions, context)).toBe(holds);
  });

  it('knows its operators, with quantifier and IfExists, and no others', () => {
    expect(['ForAllValues:StringLikeIfExists', 'Null', 'ArnNotLike'].every(isKnownOperator)).toBe(true);
    expect(
      ['IpAddress', 'StringMatches', 'ForSomeValues:StringEquals', 'toString'].some(isKnownOperator),
    ).toBe(false);
  });

  it('a negated operator is the opposite of its positive one where the key is present', () => {
    const word = fc.string({ maxLength: 3 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, (expected, actual) => {
        const equal = conditionsHold({ StringEquals: { k: expected } }, { k: actual });
        expect(conditionsHold({ StringNotEquals: { k: expected } }, { k: actual })).toBe(!equal);
      }),
    );
  });
});
