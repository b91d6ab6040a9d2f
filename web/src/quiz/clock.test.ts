import { describe, expect, it } from 'vitest';
import { timeLeft } from './clock.ts';

const attempt = { serverTime: '2026-11-23T01:00:00.000Z', deadline: '2026-11-23T01:10:00.000Z' };

describe('timeLeft', () => {
  it('counts down by the time passed since the answer came, not by the clock of the device', () => {
    expect(timeLeft(attempt, 5_000, 5_000)).toBe(600_000);
    expect(timeLeft(attempt, 5_000, 65_000)).toBe(540_000);
  });

  it('ends at zero', () => {
    expect(timeLeft(attempt, 0, 700_000)).toBe(0);
  });

  it('is undefined when there is no deadline', () => {
    expect(timeLeft({ serverTime: attempt.serverTime }, 0, 1)).toBeUndefined();
  });
});
