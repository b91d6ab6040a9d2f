import { afterEach, describe, expect, it, vi } from 'vitest';
import { AwsError } from '../core/aws-error.ts';
import { Database } from '../core/database.ts';
import { Faults } from '../core/faults.ts';
import type { Delivery } from '../events/delivery.ts';
import type { ScheduleDefinition } from './schedule.ts';
import { Scheduler } from './scheduler.ts';

const started: Scheduler[] = [];
afterEach(() => {
  for (const scheduler of started.splice(0)) scheduler.stop();
  vi.useRealTimers();
});

const ARN = 'arn:aws:scheduler:ap-southeast-1:000000000000:schedule/default/report';
const TARGET = 'arn:aws:lambda:ap-southeast-1:000000000000:function:report';
const DEAD = 'arn:aws:sqs:ap-southeast-1:000000000000:dead';
const schedule = (changes: Partial<ScheduleDefinition> = {}): ScheduleDefinition => ({
  name: 'report',
  arn: ARN,
  expression: 'cron(0 6 * * ? *)',
  timeZone: 'Asia/Ho_Chi_Minh',
  enabled: true,
  target: { Arn: TARGET, RoleArn: 'arn:aws:iam::000000000000:role/scheduler', Input: '{}' },
  ...changes,
});

/** A scheduler under a fake clock that starts at `from`. */
const start = (from: string, db = new Database(':memory:'), refuse?: (delivery: Delivery) => void) => {
  vi.useFakeTimers({ now: Date.parse(from) });
  const delivered: Delivery[] = [];
  const scheduler = new Scheduler({
    db,
    clock: { now: () => Date.now(), delay: (ms) => ms },
    faults: new Faults(),
    deliver: (delivery) => {
      refuse?.(delivery);
      delivered.push(delivery);
    },
    log: () => {},
  });
  started.push(scheduler);
  return { scheduler, delivered, db };
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Scheduler', () => {
  it('runs when due, and shows the last and next run', async () => {
    const { scheduler, delivered } = start('2026-11-22T22:58:00Z');
    scheduler.ensureSchedule(schedule());
    scheduler.start();
    await pass(MINUTE);
    expect(delivered).toEqual([]);
    await pass(2 * MINUTE);
    expect(delivered).toMatchObject([{ arn: TARGET, payload: '{}', principal: 'scheduler.amazonaws.com' }]);
    expect(scheduler.describe()).toMatchObject([
      {
        name: 'report',
        lastRun: Date.parse('2026-11-22T23:00:00Z'),
        nextRun: Date.parse('2026-11-23T23:00:00Z'),
      },
    ]);
    expect(scheduler.pending()).toBe(0);
  });

  it('fills in the context attributes', async () => {
    const { scheduler, delivered } = start('2026-11-22T10:00:00Z');
    const Input =
      '{"at":"<aws.scheduler.scheduled-time>","arn":"<aws.scheduler.schedule-arn>","id":"<aws.scheduler.execution-id>","n":"<aws.scheduler.attempt-number>","x":"<aws.scheduler.other>"}';
    scheduler.ensureSchedule(
      schedule({ expression: 'at(2026-11-22T18:00:00)', target: { ...schedule().target, Input } }),
    );
    scheduler.start();
    await pass(2 * HOUR);
    expect(delivered).toHaveLength(1);
    expect(JSON.parse(delivered[0]?.payload ?? '')).toEqual({
      at: '2026-11-22T11:00:00Z',
      arn: ARN,
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      n: '1',
      x: '<aws.scheduler.other>',
    });
  });

  it('sends a scheduled event when there is no input', async () => {
    const { scheduler, delivered } = start('2026-11-22T10:00:00Z');
    scheduler.ensureSchedule(schedule({ expression: 'rate(1 hour)', target: { Arn: TARGET, RoleArn: 'r' } }));
    scheduler.start();
    await pass(MINUTE);
    expect(JSON.parse(delivered[0]?.payload ?? '')).toMatchObject({
      source: 'aws.scheduler',
      'detail-type': 'Scheduled Event',
      time: '2026-11-22T10:00:00Z',
      region: 'ap-southeast-1',
      resources: [ARN],
    });
  });

  it('begins a rate at once for a schedule, after one period for a rule', async () => {
    const { scheduler, delivered } = start('2026-11-22T10:00:00Z');
    const fired: number[] = [];
    scheduler.ensureSchedule(schedule({ expression: 'rate(1 hour)' }));
    const fire = (time: number) => {
      fired.push(time);
    };
    scheduler.ensureRule({ name: 'tick', arn: 'rule/tick', expression: 'rate(1 hour)', enabled: true, fire });
    scheduler.start();
    await pass(MINUTE);
    expect([delivered.length, fired.length]).toEqual([1, 0]);
    await pass(HOUR);
    expect([delivered.length, fired]).toEqual([2, [Date.parse('2026-11-22T11:00:00Z')]]);
  });

  it('runs once at start for what fell due while the machine was off, with the latest due time', async () => {
    const first = start('2026-11-22T10:00:00Z');
    first.scheduler.ensureSchedule(schedule());
    first.scheduler.start();
    await pass(MINUTE);
    first.scheduler.stop();
    const second = start('2026-11-26T10:00:00Z', first.db);
    const Input = '"<aws.scheduler.scheduled-time>"';
    second.scheduler.ensureSchedule(schedule({ target: { ...schedule().target, Input } }));
    second.scheduler.start();
    await pass(MINUTE);
    expect(second.delivered.map(({ payload }) => payload)).toEqual(['"2026-11-25T23:00:00Z"']);
    await pass(24 * HOUR);
    expect(second.delivered).toHaveLength(2);
  });

  it('does not run for a new expression what only that one would have missed', async () => {
    const first = start('2026-11-22T10:00:00Z');
    first.scheduler.ensureSchedule(schedule());
    first.scheduler.start();
    first.scheduler.stop();
    const second = start('2026-11-26T10:00:00Z', first.db);
    second.scheduler.ensureSchedule(schedule({ expression: 'cron(0 7 * * ? *)' }));
    second.scheduler.start();
    await pass(MINUTE);
    expect(second.delivered).toEqual([]);
  });

  it('keeps to the start and end date, and to being disabled', async () => {
    const { scheduler, delivered } = start('2026-11-22T10:00:00Z');
    const startsAt = Date.parse('2026-11-22T12:00:00Z');
    const endsAt = Date.parse('2026-11-22T14:30:00Z');
    scheduler.ensureSchedule(schedule({ expression: 'rate(1 hour)', startsAt, endsAt }));
    scheduler.ensureSchedule(
      schedule({ name: 'off', arn: 'off', expression: 'rate(1 hour)', enabled: false }),
    );
    scheduler.start();
    await pass(2 * HOUR - MINUTE);
    expect(delivered).toHaveLength(0);
    await pass(24 * HOUR);
    expect(delivered).toHaveLength(3);
    expect(scheduler.describe().map(({ nextRun }) => nextRun)).toEqual([undefined, undefined]);
  });

  it('runs now on demand without moving the timetable', async () => {
    const { scheduler, delivered } = start('2026-11-22T10:00:00Z');
    scheduler.ensureSchedule(schedule());
    scheduler.start();
    const [before] = scheduler.describe();
    expect(scheduler.runNow('report')).toBe(true);
    expect(scheduler.runNow('nope')).toBe(false);
    expect(scheduler.pending()).toBe(1);
    await pass(MINUTE);
    expect(delivered).toHaveLength(1);
    expect(scheduler.describe()[0]).toMatchObject({
      nextRun: before?.nextRun,
      lastRun: Date.parse('2026-11-22T10:00:00Z'),
    });
  });

  it('retries, then writes a dead letter with the documented attributes', async () => {
    const { scheduler, delivered } = start('2026-11-22T10:00:00Z', undefined, ({ arn }) => {
      if (arn === TARGET) throw new AwsError('TooManyRequestsException', 'Rate Exceeded.');
    });
    const target = {
      ...schedule().target,
      DeadLetterConfig: { Arn: DEAD },
      RetryPolicy: { MaximumRetryAttempts: 2 },
    };
    scheduler.ensureSchedule(schedule({ expression: 'rate(1 day)', target }));
    scheduler.start();
    await pass(MINUTE);
    const { attributes = {}, arn } = delivered[0] ?? {};
    expect(arn).toBe(DEAD);
    expect(Object.fromEntries(Object.entries(attributes).map(([k, v]) => [k, v.StringValue]))).toEqual({
      ERROR_CODE: 'THROTTLING',
      ERROR_MESSAGE: 'Rate Exceeded.',
      EXECUTION_ID: expect.any(String),
      EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
      IS_PAYLOAD_TRUNCATED: 'false',
      RETRY_ATTEMPTS: '2',
      SCHEDULED_TIME: '2026-11-22T10:00:00Z',
      SCHEDULE_ARN: ARN,
      TARGET_ARN: TARGET,
    });
  });

  it('refuses a schedule that it cannot read', () => {
    const { scheduler } = start('2026-11-22T10:00:00Z');
    expect(() => scheduler.ensureSchedule(schedule({ expression: 'cron(nonsense)' }))).toThrow(
      'cron(nonsense)',
    );
  });
});
