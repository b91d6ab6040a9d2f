import { expect, test } from 'vitest';
import { fitsSoundTime } from './sound-time.ts';
import { planOf } from './test-plans.ts';

const HOUR = 3600;
/** Bytes a second of a phone in full HD (17.7 Mbit/s), of its 4K (50 Mbit/s), and of a recorded screen (2 Mbit/s). */
const [PHONE, PHONE_4K, SCREEN, SPEECH] = [2.2e6, 6.3e6, 250e3, 16e3];
const fits = (hours: number, bytesASecond: number, without?: 'sound' | 'picture') =>
  fitsSoundTime(planOf({ endsAt: hours * HOUR, ...(without && { without }) }), hours * HOUR * bytesASecond);

test.each([
  ['a phone', PHONE, 3, 3.3],
  ['a phone in 4K', PHONE_4K, 1.7, 1.9],
  ['a recorded screen', SCREEN, 4.7, 5],
] as const)('the sound of %s is made by one worker up to some length', (_, rate, most, tooLong) => {
  expect([fits(most, rate), fits(tooLong, rate)]).toEqual([true, false]);
});

test('sound that cannot be copied from among its pictures is counted twice', () => {
  const fitsUncopied = (hours: number) =>
    fitsSoundTime(planOf({ endsAt: hours * HOUR }), hours * HOUR * PHONE, { channels: 2, isReadTwice: true });
  expect([fitsUncopied(2), fitsUncopied(2.5), fits(2.5, PHONE)]).toEqual([true, false, true]);
});

test('sound alone is read twice, and a silent film not at all', () => {
  expect([fits(5, SPEECH, 'picture'), fits(5.3, SPEECH, 'picture')]).toEqual([true, false]);
  expect(fits(6, PHONE, 'sound')).toBe(true);
});
