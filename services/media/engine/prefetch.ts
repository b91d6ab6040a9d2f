import type { RangeReader } from './range-reader.ts';

/** Reads of one length that go on from each other before any is guessed: a short source should not pay for more. */
const SURE_AFTER = 2;
/** Reads under way at one time. A store answers one after some 30 ms, and no faster than one connection brings it. */
const AHEAD = 4;

/**
 * The same reader for somebody who reads on and on: the next stretches are on their way before they are asked for.
 * A guess that fails or is never asked for costs nothing but its bytes.
 */
export function prefetching(source: RangeReader): RangeReader {
  const guesses = new Map<number, { readonly end: number; readonly bytes: Promise<Uint8Array> }>();
  let before = { end: -1, length: 0 };
  let run = 0;
  const guess = (start: number, length: number) => {
    for (let at = start; at < source.size && guesses.size < AHEAD; at += length) {
      if (guesses.has(at)) continue;
      const end = Math.min(source.size, at + length);
      const bytes = source.read(at, end);
      // Whoever asks for it meets the failure.
      bytes.catch(() => undefined);
      guesses.set(at, { end, bytes });
    }
  };
  const { size, identity } = source;
  return {
    size,
    ...(identity && { identity }),
    read(start, end) {
      const length = end - start;
      run = start === before.end && length === before.length ? run + 1 : 0;
      before = { end, length };
      const known = guesses.get(start);
      guesses.delete(start);
      if (run === 0) guesses.clear();
      if (run >= SURE_AFTER) guess(end, length);
      return known?.end === end ? known.bytes : source.read(start, end);
    },
  };
}
