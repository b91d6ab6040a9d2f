import { describe, expect, it, vi } from 'vitest';
import { ARN, DEAD, entry, payloads, put, QUEUE, rule, settled, start } from './fixtures/harness.ts';

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
