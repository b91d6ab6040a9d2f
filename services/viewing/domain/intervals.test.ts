import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, merged, secondsIn, within } from './intervals.ts';

const interval = fc.tuple(fc.nat(200), fc.nat(40)).map(([from, length]): Interval => [from, from + length]);
const intervals = fc.array(interval, { maxLength: 20 });

/** Every single second, the slow and obvious way. */
const secondsOf = (list: readonly Interval[]): Set<number> =>
  new Set(list.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)));

describe('merged intervals', () => {
  it('join what overlaps or touches, and leave gaps', () => {
    expect(
      merged([
        [10, 20],
        [0, 5],
        [5, 8],
        [15, 30],
      ]),
    ).toEqual([
      [0, 8],
      [10, 30],
    ]);
    expect(
      merged([
        [3, 3],
        [9, 2],
      ]),
    ).toEqual([]);
  });

  it('hold exactly the seconds that were given, each once', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const result = merged(list);
        expect(secondsOf(result)).toEqual(secondsOf(list));
        expect(secondsIn(result)).toBe(secondsOf(list).size);
        for (const [at, [from]] of result.entries())
          if (at > 0) expect(from).toBeGreaterThan(result[at - 1]?.[1] ?? 0);
      }),
    );
  });

  it('are the same in every order, in pieces, and when something comes twice', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const together = merged([...a, ...b]);
        expect(merged([...b, ...a, ...b])).toEqual(together);
        expect(merged([...merged(a), ...merged(b)])).toEqual(together);
      }),
    );
  });

  it('end where the recording does', () => {
    expect(
      merged(
        within(
          [
            [-5, 3],
            [8, 20],
          ],
          10,
        ),
      ),
    ).toEqual([
      [0, 3],
      [8, 10],
    ]);
    expect(merged(within([[12, 20]], 10))).toEqual([]);
  });
});
