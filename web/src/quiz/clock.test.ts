import { describe, expect, it } from 'vitest';
import { announcedMinutes, timeLeft } from './clock.ts';

const at = (wall: number, mono: number) => ({ wall, mono });
const attempt = {
  serverTime: '2026-11-23T01:00:00.000Z',
  deadline: '2026-11-23T01:10:00.000Z',
  receivedAt: 1_000_000,
};

describe('timeLeft', () => {
  it('counts down by the time passed since the answer came, whatever the wall clock shows', () => {
    expect(timeLeft(attempt, at(1_000_000, 5_000), at(1_000_000, 5_000))).toBe(600_000);
    expect(timeLeft(attempt, at(1_000_000, 5_000), at(1_060_000, 65_000))).toBe(540_000);
    const anHourWrong = { ...attempt, receivedAt: 1_000_000 + 3_600_000 };
    expect(timeLeft(anHourWrong, at(4_600_000, 0), at(4_660_000, 60_000))).toBe(540_000);
  });

  it('is not shaken by a wall clock that is set back while the page is open', () => {
    expect(timeLeft(attempt, at(1_000_000, 0), at(1_000_000 - 3_600_000, 60_000))).toBe(540_000);
  });

  it('counts the time that the phone slept, when the steady clock stood still', () => {
    expect(timeLeft(attempt, at(1_000_000, 0), at(1_300_000, 1_000))).toBe(300_000);
  });

  it('counts the time that the page was closed', () => {
    expect(timeLeft(attempt, at(1_120_000, 50), at(1_121_000, 1_050))).toBe(479_000);
  });

  it('ends at zero', () => {
    expect(timeLeft(attempt, at(1_000_000, 0), at(1_700_000, 700_000))).toBe(0);
  });

  it('is undefined when there is no deadline', () => {
    const open = { serverTime: attempt.serverTime, receivedAt: 0 };
    expect(timeLeft(open, at(0, 0), at(1, 1))).toBeUndefined();
  });
});

describe('announcedMinutes', () => {
  it('names ten, five and one minute, each from its moment on', () => {
    const minutes = [11, 10, 6, 5, 2, 1, 0.5].map((left) => announcedMinutes(left * 60_000));
    expect(minutes).toEqual([undefined, 10, 10, 5, 5, 1, 1]);
  });
});
