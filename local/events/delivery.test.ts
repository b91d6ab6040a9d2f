import { describe, expect, it } from 'vitest';
import { AwsError } from '../core/aws-error.ts';
import { Database } from '../core/database.ts';
import {
  ARN,
  attributes,
  DEAD,
  entry,
  payloads,
  put,
  QUEUE,
  rule,
  settled,
  start,
} from './fixtures/harness.ts';
import type { RuleTarget } from './rule.ts';

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
