import { expect, it } from 'vitest';
import { type InputShape, targetInput } from './input-transformer.ts';

const event = {
  version: '0',
  time: '2026-11-22T10:00:00Z',
  'detail-type': 'State',
  detail: { state: 'terminated', count: 5, list: ['a', 'b'], quote: 'say "hi"\n', deep: [{ n: 1 }] },
};
const ARN = 'arn:aws:events:ap-southeast-1:000000000000:rule/bus/my-rule';
const template = (InputTemplate: string, InputPathsMap = {}): InputShape => ({
  InputTransformer: { InputTemplate, InputPathsMap },
});

const CASES: [string, InputShape, unknown][] = [
  ['the event itself', {}, event],
  ['a constant', { Input: '{"a":1}' }, { a: 1 }],
  ['a path', { InputPath: '$.detail.state' }, 'terminated'],
  ['the whole by path', { InputPath: '$' }, event],
  ['a path with an index', { InputPath: '$.detail.deep[0].n' }, 1],
  ['a quoted key', { InputPath: "$['detail-type']" }, 'State'],
  ['a missing path', { InputPath: '$.nothing.here' }, null],
  [
    'a template with text and JSON places',
    template('{"msg":"is <s>","state":<s>,"n":<c>,"l":<l>}', {
      s: '$.detail.state',
      c: '$.detail.count',
      l: '$.detail.list',
    }),
    { msg: 'is terminated', state: 'terminated', n: 5, l: ['a', 'b'] },
  ],
  ['a text template', template('"hello <s>"', { s: '$.detail.state' }), 'hello terminated'],
  ['an unquoted text template', template('hello <s>', { s: '$.detail.state' }), 'hello terminated'],
  [
    'quotes and line ends are escaped',
    template('{"q":"<q>!"}', { q: '$.detail.quote' }),
    { q: 'say "hi"\n!' },
  ],
  ['a missing value in a text', template('{"q":"<x>"}', { x: '$.no' }), { q: '' }],
  [
    'reserved variables',
    template(
      '{"rule":"<aws.events.rule-name>","at":<aws.events.event.ingestion-time>,"e":<aws.events.event.json>}',
    ),
    { rule: 'my-rule', at: event.time, e: event },
  ],
  [
    'the event without its detail',
    template('{"e":<aws.events.event>}'),
    { e: { version: '0', time: event.time, 'detail-type': 'State' } },
  ],
];

it.each(CASES)('%s', (_, shape, wanted) => {
  expect(JSON.parse(targetInput(shape, event, ARN))).toEqual(wanted);
});
