import { expect, it } from 'vitest';
import { formatSpan } from '../format/dates.ts';
import { lengthOf } from './use-transport.ts';

it.each([
  // What a browser says of eight seconds of film that it plays in parts.
  [7.999999, 0, '00:08'],
  [7.98, 0, '00:07'],
  [Number.NaN, 61_000, '01:01'],
  [Number.POSITIVE_INFINITY, 8000, '00:08'],
])('takes a length of %s s, or else %s ms, for %s', (duration, knownMs, told) => {
  expect(formatSpan(1000 * lengthOf(duration, knownMs))).toBe(told);
});
