import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commit } from '../../package-player/src/protocol.ts';
import { keepCommits } from './commit-keeper.ts';

const commit = (more: Partial<Commit> = {}): Commit => ({
  ...{ status: 'incomplete', location: '', suspendData: '', sessionSeconds: 1, ...more },
});

function session() {
  const written: string[] = [];
  let sent = 0;
  const keeper = keepCommits({
    start: { status: 'incomplete' },
    write: ({ location }, commitNo) => written.push(`${commitNo} ${location}`),
    send: () => {
      sent += 1;
    },
  });
  return { keeper, written, sent: () => sent };
}

describe('commits of a session', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are sent twice in a minute, however many there are, the newest last', () => {
    const { keeper, written, sent } = session();
    for (let second = 0; second < 60; second += 3) {
      keeper.keep(commit({ location: `${second}` }));
      vi.advanceTimersByTime(3_000);
    }
    expect(sent()).toBe(2);
    expect(written.at(-1)).toBe('20 57');
  });

  it('are not sent while nothing comes', () => {
    const { keeper, sent } = session();
    keeper.keep(commit());
    vi.advanceTimersByTime(600_000);
    expect(sent()).toBe(1);
  });

  it('are sent sooner when they are better ones', () => {
    const { keeper, sent } = session();
    keeper.keep(commit());
    vi.advanceTimersByTime(5_000);
    keeper.keep(commit({ status: 'passed' }));
    keeper.keep(commit({ status: 'passed', location: 'cuối' }));
    vi.advanceTimersByTime(5_000);
    expect(sent()).toBe(2);
  });

  it('are written once a second in a flood, and all that is left when it is over', () => {
    const { keeper, written, sent } = session();
    for (let press = 0; press < 1_000; press += 1) keeper.keep(commit({ location: `${press}` }));
    expect(written).toEqual(['1 0']);
    keeper.flush();
    expect([written, sent()]).toEqual([['1 0', '2 999'], 2]);
    vi.advanceTimersByTime(60_000);
    expect([written.length, sent()]).toEqual([2, 2]);
  });
});
