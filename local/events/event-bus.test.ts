import { afterEach, describe, expect, it, vi } from 'vitest';
import { AwsError } from '../core/aws-error.ts';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { type FaultRates, Faults } from '../core/faults.ts';
import type { JsonObject } from '../core/json.ts';
import type { Delivery } from './delivery.ts';
import { EventBus } from './event-bus.ts';
import type { RuleDefinition, RuleTarget } from './rule.ts';

const started: EventBus[] = [];
afterEach(() => {
  for (const bus of started.splice(0)) bus.stop();
});

type Options = {
  readonly faults?: FaultRates;
  readonly scale?: number;
  readonly db?: Database;
  readonly refuse?: (delivery: Delivery) => void;
};
const start = ({ faults: rates, scale = 1000, db = new Database(':memory:'), refuse }: Options = {}) => {
  const delivered: Delivery[] = [];
  const attempts: number[] = [];
  const lines: string[] = [];
  const faults = new Faults(rates, 5);
  const bus = new EventBus({
    db,
    faults,
    clock: systemClock(scale),
    region: 'ap-southeast-1',
    account: '000000000000',
    deliver: (delivery) => {
      attempts.push(performance.now());
      refuse?.(delivery);
      delivered.push(delivery);
    },
    log: (line) => {
      lines.push(line);
    },
  });
  bus.ensureBus('school');
  started.push(bus);
  return { bus, db, delivered, attempts, faults, lines };
};
const settled = (bus: EventBus) =>
  vi.waitFor(() => expect(bus.pending()).toBe(0), { timeout: 4000, interval: 5 });

const ARN = 'arn:aws:events:ap-southeast-1:000000000000:rule/school/on-enrolled';
const QUEUE = 'arn:aws:sqs:ap-southeast-1:000000000000:work';
const DEAD = 'arn:aws:sqs:ap-southeast-1:000000000000:dead';
const rule = (target: Partial<RuleTarget> = {}, changes: Partial<RuleDefinition> = {}): RuleDefinition => ({
  name: 'on-enrolled',
  arn: ARN,
  bus: 'school',
  pattern: { source: ['hocvuso.enrollment'] },
  targets: [{ Id: 'Target0', Arn: QUEUE, ...target }],
  ...changes,
});
const entry = (n = 1, changes: Record<string, unknown> = {}) => ({
  EventBusName: 'school',
  Source: 'hocvuso.enrollment',
  DetailType: 'EnrolmentConfirmed',
  Detail: JSON.stringify({ n, metadata: { eventId: `e${n}` } }),
  ...changes,
});
type PutAnswer = { FailedEntryCount: number; Entries: { EventId?: string; ErrorCode?: string }[] };
const put = (bus: EventBus, ...Entries: unknown[]) => bus.call('PutEvents', { Entries }) as PutAnswer;
const payloads = (delivered: readonly Delivery[]) =>
  delivered.map(({ payload }) => JSON.parse(payload) as JsonObject & { detail: { n: number } });
const attributes = (delivery: Delivery | undefined) =>
  Object.fromEntries(Object.entries(delivery?.attributes ?? {}).map(([k, v]) => [k, v.StringValue]));

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

describe('delivery', () => {
  it('backs off with jitter until the target accepts', async () => {
    let refusals = 4;
    const { bus, delivered, attempts } = start({
      scale: 20,
      refuse: () => {
        refusals -= 1;
        if (refusals >= 0) throw new AwsError('ThrottlingException', 'slow down');
      },
    });
    bus.ensureRule(rule());
    put(bus, entry());
    await settled(bus);
    expect(delivered).toHaveLength(1);
    const waits = attempts.slice(1).map((time, n) => (time - (attempts[n] ?? 0)) * 20);
    expect(waits).toHaveLength(4);
    waits.forEach((wait, n) => {
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** n);
      expect(wait).toBeLessThan(1500 * 2 ** n + 1000);
    });
    expect(bus.recent(1)[0]?.deliveries).toEqual([
      { rule: 'on-enrolled', target: 'Target0', state: 'delivered', attempts: 4 },
    ]);
  });

  const GIVEN_UP: [string, RuleTarget['RetryPolicy'], object][] = [
    [
      'attempts',
      { MaximumRetryAttempts: 2 },
      { EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts', RETRY_ATTEMPTS: '2' },
    ],
    ['age', { MaximumEventAgeInSeconds: 60 }, { EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds' }],
  ];
  it.each(GIVEN_UP)(
    'gives up after the %s of the policy, into the dead-letter queue',
    async (_, RetryPolicy, wanted) => {
      const { bus, delivered, lines } = start({
        refuse: ({ arn }) => {
          if (arn === QUEUE) throw new Error('target is down');
        },
      });
      bus.ensureRule(rule({ RetryPolicy, DeadLetterConfig: { Arn: DEAD }, InputPath: '$.detail' }));
      put(bus, entry(3));
      await settled(bus);
      expect(delivered.map(({ arn }) => arn)).toEqual([DEAD]);
      expect(payloads(delivered)[0]).toMatchObject({ source: 'hocvuso.enrollment', detail: { n: 3 } });
      expect(attributes(delivered[0])).toMatchObject({
        RULE_ARN: ARN,
        TARGET_ARN: QUEUE,
        ERROR_CODE: 'ERROR_FROM_TARGET',
        ERROR_MESSAGE: 'target is down',
        RETRY_ATTEMPTS: expect.any(String),
        ...wanted,
      });
      expect(delivered[0]?.attributes?.RETRY_ATTEMPTS?.DataType).toBe('Number');
      expect(lines).toHaveLength(1);
      expect(bus.recent(1)[0]?.deliveries[0]).toMatchObject({ state: 'dead' });
    },
  );

  it.each([
    ['QueueDoesNotExist', 'NO_RESOURCE'],
    ['AccessDeniedException', 'NO_PERMISSIONS'],
  ])('does not retry %s', async (code, wanted) => {
    const { bus, delivered, attempts } = start({
      refuse: ({ arn }) => {
        if (arn === QUEUE) throw new AwsError(code, 'no');
      },
    });
    bus.ensureRule(rule({ DeadLetterConfig: { Arn: DEAD } }));
    put(bus, entry());
    await settled(bus);
    expect(attempts).toHaveLength(2);
    expect(attributes(delivered[0])).toMatchObject({ ERROR_CODE: wanted, RETRY_ATTEMPTS: '0' });
    expect(attributes(delivered[0])).not.toHaveProperty('EXHAUSTED_RETRY_CONDITION');
  });

  it('hands over and forgets in one transaction', async () => {
    const db = new Database(':memory:');
    db.execute('CREATE TABLE received(n INTEGER)');
    let crashes = 1;
    const { bus } = start({
      db,
      refuse: () => {
        db.run('INSERT INTO received VALUES (1)');
        crashes -= 1;
        if (crashes >= 0) throw new Error('after the write');
      },
    });
    bus.ensureRule(rule());
    put(bus, entry());
    await settled(bus);
    expect(db.all('SELECT * FROM received')).toHaveLength(1);
  });

  it('resumes at start, and drops deliveries of rules that are gone', async () => {
    const first = start();
    first.bus.ensureRule(rule());
    first.bus.ensureRule(rule({}, { arn: 'rule/gone' }));
    put(first.bus, entry());
    first.bus.stop();
    const second = start({ db: first.db });
    second.bus.ensureRule(rule());
    expect(second.bus.pending()).toBe(2);
    second.bus.start();
    await settled(second.bus);
    expect(second.delivered).toHaveLength(1);
  });

  it('duplicates and reorders under injected faults, but loses nothing', async () => {
    const { bus, delivered, faults } = start({ faults: { duplicate: 0.3, reorder: 0.3 } });
    bus.ensureRule(rule());
    for (let n = 0; n < 40; n += 1) put(bus, entry(n));
    await settled(bus);
    const seen = payloads(delivered).map(({ detail }) => detail.n);
    expect(faults.hits.duplicate).toBeGreaterThan(0);
    expect(faults.hits.reorder).toBeGreaterThan(0);
    expect(seen).toHaveLength(40 + faults.hits.duplicate);
    expect(new Set(seen).size).toBe(40);
    expect(seen).not.toEqual([...seen].sort((a, b) => a - b));
  });

  it('emits within a transaction only when that commits', () => {
    const { bus, db } = start();
    bus.ensureRule(rule());
    const event = { source: 'hocvuso.enrollment', detailType: 'x', detail: {} };
    expect(() =>
      db.transaction(() => {
        bus.emit('school', event);
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect(bus.pending()).toBe(0);
    expect(() => bus.emit('nowhere', event)).toThrow('Event bus nowhere does not exist.');
  });

  it('fires a scheduled rule at all its targets', async () => {
    const { bus, delivered } = start();
    bus.ensureRule(rule({}, { pattern: undefined }));
    bus.fire(ARN, Date.parse('2026-11-22T10:00:00Z'));
    await settled(bus);
    expect(payloads(delivered)[0]).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: '2026-11-22T10:00:00Z',
      resources: [ARN],
      detail: {},
    });
  });

  it('shows recent events, newest first, with their own ids', () => {
    const { bus } = start();
    put(bus, entry(1), entry(2));
    expect(bus.recent(1)).toEqual([
      {
        time: expect.any(String),
        bus: 'school',
        source: 'hocvuso.enrollment',
        detailType: 'EnrolmentConfirmed',
        id: expect.any(String),
        eventId: 'e2',
        deliveries: [],
      },
    ]);
  });
});

describe('archive and replay', () => {
  const ARCHIVE = 'arn:aws:events:ap-southeast-1:000000000000:archive/all';
  const BUS = 'arn:aws:events:ap-southeast-1:000000000000:event-bus/school';
  const seconds = (time: string) => Date.parse(time) / 1000;
  const prepared = () => {
    const cloud = start();
    const { bus } = cloud;
    bus.ensureRule(rule());
    bus.ensureRule(rule({ Arn: DEAD }, { arn: 'rule/second' }));
    bus.ensureArchive({
      name: 'all',
      arn: ARCHIVE,
      bus: 'school',
      pattern: { source: ['hocvuso.enrollment'] },
    });
    put(
      bus,
      entry(1, { Time: seconds('2026-11-01T00:00:00Z') }),
      entry(2, { Time: seconds('2026-11-02T00:00:00Z') }),
    );
    put(bus, entry(3, { Time: seconds('2026-11-03T00:00:00Z') }), entry(4, { Source: 'elsewhere' }));
    return cloud;
  };
  const replay = (changes: object = {}) => ({
    ReplayName: 'again',
    EventSourceArn: ARCHIVE,
    EventStartTime: seconds('2026-11-02T00:00:00Z'),
    EventEndTime: seconds('2026-11-04T00:00:00Z'),
    Destination: { Arn: BUS },
    ...changes,
  });

  it('replays a time range with the replay name, through chosen rules, and does not archive it again', async () => {
    const { bus, delivered } = prepared();
    expect(bus.archives()).toMatchObject([{ name: 'all', events: 3 }]);
    await settled(bus);
    delivered.length = 0;
    const destination = { Destination: { Arn: BUS, FilterArns: [ARN] } };
    expect(bus.call('StartReplay', replay(destination))).toMatchObject({ State: 'STARTING' });
    expect(bus.pending()).toBe(1);
    await settled(bus);
    expect(payloads(delivered).map((event) => [event.detail.n, event['replay-name'], event.time])).toEqual([
      [2, 'again', '2026-11-02T00:00:00Z'],
      [3, 'again', '2026-11-03T00:00:00Z'],
    ]);
    expect(delivered.every(({ arn }) => arn === QUEUE)).toBe(true);
    expect(bus.call('DescribeReplay', { ReplayName: 'again' })).toMatchObject({
      State: 'COMPLETED',
      ReplayEndTime: expect.any(Number),
    });
    expect(bus.archives()).toMatchObject([{ events: 3 }]);
  });

  it('goes on with a replay after a restart', async () => {
    const { bus, db } = prepared();
    bus.call('StartReplay', replay());
    bus.stop();
    const second = start({ db });
    second.bus.ensureRule(rule());
    second.bus.ensureArchive({ name: 'all', arn: ARCHIVE, bus: 'school' });
    second.bus.start();
    await settled(second.bus);
    const replayed = payloads(second.delivered).filter((event) => event['replay-name'] === 'again');
    expect(replayed.map(({ detail }) => detail.n)).toEqual([2, 3]);
  });

  it('lets a rule leave replays out', async () => {
    const { bus, delivered } = prepared();
    const pattern = { source: ['hocvuso.enrollment'], 'replay-name': [{ exists: false }] };
    bus.ensureRule(rule({}, { pattern }));
    await settled(bus);
    delivered.length = 0;
    bus.call('StartReplay', replay());
    await settled(bus);
    expect(delivered.map(({ arn }) => arn)).toEqual([DEAD, DEAD]);
  });

  it('drops events after the retention', () => {
    const { bus } = start();
    bus.ensureArchive({ name: 'short', arn: 'archive/short', bus: 'school', retentionDays: 7 });
    put(bus, entry(1, { Time: Date.now() / 1000 - 8 * 86_400 }), entry(2));
    expect(bus.archives()).toMatchObject([{ events: 2 }]);
    vi.useFakeTimers({ now: Date.now() + 2 * 3_600_000, toFake: ['Date'] });
    put(bus, entry(3));
    vi.useRealTimers();
    expect(bus.archives()).toMatchObject([{ events: 2 }]);
  });

  const REFUSED: [string, object, string][] = [
    ['an unknown archive', { EventSourceArn: 'archive/no' }, 'ResourceNotFoundException'],
    ['another bus', { Destination: { Arn: 'event-bus/default' } }, 'ValidationException'],
    ['a range backwards', { EventEndTime: 0 }, 'ValidationException'],
    ['a name with spaces', { ReplayName: 'a b' }, 'ValidationException'],
  ];
  it.each(REFUSED)('refuses %s', (_, changes, code) => {
    const { bus } = prepared();
    expect(() => bus.call('StartReplay', replay(changes))).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a name twice, and an unknown one', () => {
    const { bus } = prepared();
    bus.call('StartReplay', replay());
    expect(() => bus.call('StartReplay', replay())).toThrow('Replay again already exists.');
    expect(() => bus.call('DescribeReplay', { ReplayName: 'no' })).toThrow('Replay no does not exist.');
  });
});
