import { describe, expect, it } from 'vitest';
import { ARN, DEAD, entry, payloads, put, QUEUE, rule, settled, start } from './fixtures/harness.ts';

describe('PutEvents', () => {
  it('makes the event durable with one delivery per matching target before it answers', async () => {
    const { bus, delivered } = start();
    bus.ensureRule(
      rule(
        {},
        {
          targets: [
            { Id: 'a', Arn: QUEUE },
            { Id: 'b', Arn: DEAD, InputPath: '$.detail.n' },
          ],
        },
      ),
    );
    bus.ensureRule(rule({}, { arn: 'other', pattern: { source: ['elsewhere'] } }));
    const answer = put(bus, entry(7, { Time: 1_790_000_000, Resources: ['r1'] }));
    expect(answer).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
    expect(bus.pending()).toBe(2);
    expect(delivered).toEqual([]);
    await settled(bus);
    expect(delivered.map(({ arn, principal, sourceArn }) => [arn, principal, sourceArn])).toEqual([
      [QUEUE, 'events.amazonaws.com', ARN],
      [DEAD, 'events.amazonaws.com', ARN],
    ]);
    expect(payloads(delivered)).toEqual([
      {
        version: '0',
        id: answer.Entries[0]?.EventId,
        'detail-type': 'EnrolmentConfirmed',
        source: 'hocvuso.enrollment',
        account: '000000000000',
        time: '2026-09-21T14:13:20Z',
        region: 'ap-southeast-1',
        resources: ['r1'],
        detail: { n: 7, metadata: { eventId: 'e7' } },
      },
      7,
    ]);
  });

  const FAILED: [string, Record<string, unknown>, string][] = [
    ['an unknown bus', { EventBusName: 'nowhere' }, 'ResourceNotFoundException'],
    ['no source', { Source: undefined }, 'InvalidArgument'],
    ['a source of AWS', { Source: 'aws.s3' }, 'NotAuthorizedForSourceException'],
    ['no detail type', { DetailType: undefined }, 'InvalidArgument'],
    ['no detail', { Detail: undefined }, 'InvalidArgument'],
    ['a broken detail', { Detail: '{' }, 'MalformedDetail'],
    ['a detail that is no object', { Detail: '[1]' }, 'MalformedDetail'],
  ];
  it.each(FAILED)('fails the entry with %s, and only that one', (_, changes, code) => {
    const { bus } = start();
    bus.ensureRule(rule());
    const answer = put(bus, entry(1, changes), entry(2));
    expect(answer).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: code }, { EventId: expect.any(String) }],
    });
    expect(bus.pending()).toBe(1);
  });

  it('refuses too many or too large entries as a whole', () => {
    const { bus } = start();
    expect(() => put(bus)).toThrow(expect.objectContaining({ code: 'ValidationException' }));
    expect(() => put(bus, ...Array.from({ length: 11 }, () => entry()))).toThrow('1 validation error');
    expect(() => put(bus, entry(1, { Detail: JSON.stringify({ x: 'x'.repeat(1 << 20) }) }))).toThrow(
      'over the limit',
    );
    expect(() => bus.call('PutRule', {})).toThrow('EventBridge PutRule is not supported locally.');
  });

  it('accepts the ARN of a bus', () => {
    const { bus } = start();
    const EventBusName = 'arn:aws:events:ap-southeast-1:000000000000:event-bus/school';
    expect(put(bus, entry(1, { EventBusName }))).toMatchObject({ FailedEntryCount: 0 });
  });

  it('answers TestEventPattern', () => {
    const { bus } = start();
    const EventPattern = JSON.stringify({ source: [{ prefix: 'a' }] });
    expect(bus.call('TestEventPattern', { EventPattern, Event: '{"source":"abc"}' })).toEqual({
      Result: true,
    });
    expect(bus.call('TestEventPattern', { EventPattern, Event: '{"source":"xyz"}' })).toEqual({
      Result: false,
    });
  });
});
