import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { matches } from './pattern.ts';
import { validatePattern } from './pattern-validation.ts';

const event: JsonObject = {
  version: '0',
  source: 'aws.ec2',
  'detail-type': 'EC2 Instance State-change Notification',
  account: '111122223333',
  time: '2026-10-02T16:24:49Z',
  resources: ['arn:aws:ec2:us-west-1:123456789012:instance/i-abcd1111'],
  detail: {
    state: 'terminated',
    'c-count': 5,
    'd-count': 0,
    'x-limit': 301.8,
    ip: '10.0.0.7',
    v6: '2001:db8::1',
    nul: null,
    empty: '',
    flag: true,
    name: 'AlIcE',
    star: 'a*b\\c',
    list: ['a', 'b'],
    items: [
      { sku: 'x', qty: 1 },
      { sku: 'y', qty: 9 },
    ],
    none: [],
    deep: { a: { b: 1 } },
  },
};

const onEvent: [JsonObject, boolean][] = [
  [{ source: ['aws.ec2'] }, true],
  [{ source: ['aws.s3', 'aws.ec2'] }, true],
  [{ source: ['aws.s3'] }, false],
  [{ source: [{ prefix: 'aws.' }] }, true],
  [{ source: [{ suffix: '.ec2' }] }, true],
  [{ source: [{ prefix: 'aws.e' }], account: ['9'] }, false],
  [{ resources: [{ prefix: 'arn:aws:ec2:' }] }, true],
  [{ resources: [{ wildcard: 'arn:*:instance/*1111' }] }, true],
  [{ source: [{ wildcard: '*s3*' }] }, false],
  [{ time: [{ prefix: '2026-10-02' }] }, true],
  [
    {
      source: ['aws.ec2'],
      $or: [{ detail: { 'c-count': [{ numeric: ['>', 100] }] } }, { detail: { state: ['terminated'] } }],
    },
    true,
  ],
  [{ $or: [{ source: ['a'] }, { account: ['b'] }] }, false],
  [{ source: ['aws.s3'], $or: [{ version: ['0'] }, { account: ['b'] }] }, false],
  [
    { $or: [{ source: ['a'] }, { version: ['0'], $or: [{ account: ['b'] }, { source: ['aws.ec2'] }] }] },
    true,
  ],
  [{ $or: { source: ['aws.ec2'] } }, false],
];

const onDetail: [JsonObject, boolean][] = [
  [{ state: [{ 'anything-but': 'initializing' }] }, true],
  [{ state: [{ 'anything-but': ['terminated', 'x'] }] }, false],
  [{ state: [{ 'anything-but': { prefix: 'term' } }] }, false],
  [{ state: [{ 'anything-but': { prefix: ['x', 'term'] } }] }, false],
  [{ state: [{ 'anything-but': { suffix: '.png' } }] }, true],
  [{ state: [{ 'anything-but': { 'equals-ignore-case': ['TERMINATED'] } }] }, false],
  [{ state: [{ 'anything-but': { wildcard: 't*d' } }] }, false],
  [{ missing: [{ 'anything-but': 'x' }] }, false],
  [{ 'c-count': [{ 'anything-but': 5 }] }, false],
  [{ 'c-count': [{ 'anything-but': [1, 2] }] }, true],
  [{ 'x-limit': [{ 'anything-but': [100, 200, 300] }] }, true],
  [{ 'c-count': [{ numeric: ['>', 0, '<=', 5] }] }, true],
  [{ 'c-count': [{ numeric: ['<', 5] }] }, false],
  [{ 'd-count': [{ numeric: ['=', 0] }] }, true],
  [{ 'd-count': [{ numeric: ['>', 0] }] }, false],
  [{ 'x-limit': [{ numeric: ['=', 3.018e2] }] }, true],
  [{ state: [{ numeric: ['>', 0] }] }, false],
  [{ 'c-count': [5] }, true],
  [{ 'c-count': [5.0] }, true],
  [{ 'c-count': ['5'] }, false],
  [{ state: [{ exists: true }] }, true],
  [{ missing: [{ exists: false }] }, true],
  [{ missing: [{ exists: true }] }, false],
  [{ state: [{ exists: false }] }, false],
  [{ none: [{ exists: false }] }, true],
  [{ none: [{ exists: true }] }, false],
  [{ x: { y: [{ exists: false }] } }, true],
  [{ deep: [{ exists: false }] }, true],
  [{ deep: { a: [{ exists: true }] } }, false],
  [{ nul: [null] }, true],
  [{ nul: [{ exists: true }] }, true],
  [{ empty: [''] }, true],
  [{ flag: [true] }, true],
  [{ flag: ['true'] }, false],
  [{ ip: [{ cidr: '10.0.0.0/24' }] }, true],
  [{ ip: [{ cidr: '10.0.1.0/24' }] }, false],
  [{ ip: [{ cidr: '2001:db8::/32' }] }, false],
  [{ v6: [{ cidr: '2001:db8::/32' }] }, true],
  [{ name: [{ 'equals-ignore-case': 'alice' }] }, true],
  [{ name: [{ prefix: { 'equals-ignore-case': 'ALI' } }] }, true],
  [{ name: [{ suffix: { 'equals-ignore-case': 'ICE' } }] }, true],
  [{ star: [{ wildcard: 'a\\*b\\\\*' }] }, true],
  [{ star: [{ wildcard: 'a\\*c' }] }, false],
  [{ list: ['b'] }, true],
  [{ list: ['c', 'a'] }, true],
  [{ list: ['c'] }, false],
  [{ list: [{ 'anything-but': ['a'] }] }, true],
  [{ list: [{ 'anything-but': ['a', 'b'] }] }, false],
  [{ list: [{ exists: true }], flag: [true] }, true],
  [{ items: { sku: ['x'], qty: [1] } }, true],
  [{ items: { sku: ['x'], qty: [9] } }, false],
  [{ items: { sku: ['y'], colour: [{ exists: false }] } }, true],
  [{ items: { $or: [{ sku: ['x'], qty: [9] }, { qty: [1] }] } }, true],
  [{ deep: { a: { b: [1] } } }, true],
  [{ toString: [{ exists: true }] }, false],
  [{ state: ['x', { prefix: 'term' }, null] }, true],
  [{ $or: [{ state: ['nope'] }, { 'd-count': [0] }] }, true],
];

describe('matches', () => {
  it.each(onEvent)('event %j is %s', (pattern, wanted) => {
    expect(matches(pattern, event)).toBe(wanted);
  });

  it.each(onDetail)('detail %j is %s', (pattern, wanted) => {
    validatePattern({ detail: pattern });
    expect(matches({ detail: pattern }, event)).toBe(wanted);
  });
});

/** The array-consistency rules that aws/event-ruler publishes, with events of our own. */
const ARRAYS: [string, JsonObject, JsonObject, boolean][] = [
  ['one element has both', { d: { a: [1], b: [2] } }, { d: [{ a: 1, b: 2 }] }, true],
  ['two elements have one each', { d: { a: [1], b: [2] } }, { d: [{ a: 1 }, { b: 2 }] }, false],
  ['the last element has both', { d: { a: [1], b: [2] } }, { d: [{ a: 1 }, { a: 1, b: 2 }] }, true],
  [
    'arrays in arrays, same leaf',
    { u: { t: { k: ['c'], v: ['b'] } } },
    { u: [{ t: [{ k: 'c', v: 'b' }] }] },
    true,
  ],
  [
    'arrays in arrays, split leaf',
    { u: { t: { k: ['c'], v: ['b'] } } },
    { u: [{ t: [{ k: 'c' }, { v: 'b' }] }] },
    false,
  ],
  [
    'a field beside a nested one, split',
    { d: { n: ['a'], i: { x: [1] } } },
    { d: [{ n: 'a' }, { i: { x: 1 } }] },
    false,
  ],
  ['absent in the element that matches', { d: { a: [1], b: [{ exists: false }] } }, { d: [{ a: 1 }] }, true],
  ['present in the only element', { d: { a: [1], b: [{ exists: false }] } }, { d: [{ a: 1, b: 2 }] }, false],
  ['an empty array of objects', { d: { a: [{ exists: true }] } }, { d: [] }, false],
  ['an empty event', { d: { a: [{ exists: true }] } }, {}, false],
  [
    'a number among others',
    { d: { v: [{ numeric: ['>', 0, '<', 10] }] } },
    { d: { v: [100, 5, 200] } },
    true,
  ],
  ['anything-but with one allowed value', { t: [{ 'anything-but': 'no' }] }, { t: ['no', 'ok'] }, true],
];

describe('arrays', () => {
  it.each(ARRAYS)('%s', (_, pattern, candidate, wanted) => {
    expect(matches(pattern, candidate)).toBe(wanted);
  });
});

const REFUSED: JsonObject[] = [
  {},
  { a: [] },
  { a: 'x' },
  { a: {} },
  { a: [['x']] },
  { a: [{ nonsense: 1 }] },
  { a: [{ prefix: 'x', suffix: 'y' }] },
  { a: [{ prefix: 1 }] },
  { a: [{ exists: 'yes' }] },
  { a: [{ numeric: ['>'] }] },
  { a: [{ numeric: ['!', 1] }] },
  { a: [{ numeric: ['>', 6e9] }] },
  { a: [{ 'anything-but': [1, 'x'] }] },
  { a: [{ 'anything-but': { cidr: '10.0.0.0/8' } }] },
  { a: [{ cidr: '10.0.0.0/33' }] },
  { a: [{ wildcard: 'a**b' }] },
  { a: [{ wildcard: 'a\\b' }] },
  { $or: [{ a: ['x'] }] },
  { $or: [{ a: ['x'] }, {}] },
];

describe('validatePattern', () => {
  it.each(REFUSED)('refuses %j', (pattern) => {
    expect(() => validatePattern(pattern)).toThrow(
      expect.objectContaining({ code: 'InvalidEventPatternException' }),
    );
  });

  it('names the place', () => {
    expect(() => validatePattern({ detail: { state: [{ prefixx: 'a' }] } })).toThrow(
      'Unrecognized match type prefixx at /detail/state',
    );
  });
});
