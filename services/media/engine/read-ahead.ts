/** A file's bytes, read at once: native code asks for them from within a call that cannot wait for a promise. */
export interface SourceBytes {
  readonly size: number;
  /** Some bytes from `position` on: at least one, at most `length`; none only at the end. */
  readSync(position: number, length: number): Buffer;
}

/** Bytes fetched where nothing is known of what comes next: the header of a file, or the sample after a jump. */
const FIRST_BYTES = 128 * 1024;

/** How far a reader is followed. */
export interface Reach {
  /** Where one fetch goes on from the last, it is twice as long, up to so many bytes. */
  readonly largest: number;
  /** A demuxer that passes over so many bytes of another track goes on reading as much as one that reads on. */
  readonly skip: number;
}

/** For whoever wants all of a short stretch. */
const STRETCH: Reach = { largest: 1024 ** 2, skip: 64 * 1024 };
/**
 * For whoever wants a little of everything, as the sound lies among the pictures: at a phone's rate half a second of
 * them is a mebibyte, and to read it takes less time than to ask anew behind it.
 */
export const WHOLE: Reach = { largest: 8 * 1024 ** 2, skip: 4 * 1024 ** 2 };
/** Places read at the same time: picture and sound may lie far apart. */
const PLACES = 4;

interface Stretch {
  readonly start: number;
  readonly bytes: Buffer;
}

const endOf = ({ start, bytes }: Stretch) => start + bytes.length;

/**
 * Fetches ahead of a reader, more the longer it reads on, so that few fetches are made and little of what they
 * bring is never read: at most half of it, and no more than the largest fetch.
 */
export function readAhead(
  size: number,
  fetch: (start: number, end: number) => Buffer,
  { largest, skip }: Reach = STRETCH,
): SourceBytes {
  let places: readonly Stretch[] = [];
  const bring = (position: number): Stretch => {
    const before = places.find((place) => position >= endOf(place) && position <= endOf(place) + skip);
    // Without a gap, so that whoever answers can tell that this is read on and on.
    const start = before ? endOf(before) : position;
    const most = before ? Math.min(largest, 2 * before.bytes.length) : 0;
    const wanted = Math.max(most, position - start + FIRST_BYTES);
    const next = { start, bytes: fetch(start, Math.min(size, start + wanted)) };
    places = [next, ...places.filter((place) => place !== before)].slice(0, PLACES);
    return next;
  };
  return {
    size,
    readSync(position, length) {
      if (position >= size) return Buffer.alloc(0);
      const known = places.find((place) => position >= place.start && position < endOf(place));
      const { start, bytes } = known ?? bring(position);
      return bytes.subarray(position - start, position - start + length);
    },
  };
}
