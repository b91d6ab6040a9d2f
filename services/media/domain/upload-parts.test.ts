import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_SOURCE_BYTES } from './file-kind.ts';
import {
  missingParts,
  partBytesOf,
  partsFit,
  partsOf,
  SMALLEST_PART_BYTES,
  type StoredPart,
} from './upload-parts.ts';

const storedAs = (parts: ReturnType<typeof partsOf>): StoredPart[] =>
  parts.map(({ partNumber, fromByte, toByte }) => ({
    partNumber,
    etag: `"e${partNumber}"`,
    bytes: toByte - fromByte,
  }));

test('parts cover the file once, all but the last of full length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 500 }), (bytes, partBytes) => {
      const parts = partsOf(bytes, partBytes);
      expect(parts.map(({ fromByte }) => fromByte)).toEqual([
        0,
        ...parts.slice(0, -1).map(({ toByte }) => toByte),
      ]);
      expect(parts.at(-1)?.toByte).toBe(bytes);
      expect(parts.slice(0, -1).every(({ fromByte, toByte }) => toByte - fromByte === partBytes)).toBe(true);
      expect(parts.map(({ partNumber }) => partNumber)).toEqual(parts.map((_, index) => index + 1));
    }),
  );
});

test('no file has more parts than can be joined at once, and small files have small parts', () => {
  expect(partBytesOf(1)).toBe(SMALLEST_PART_BYTES);
  expect(partBytesOf(8 * 1024 ** 3)).toBe(SMALLEST_PART_BYTES);
  expect(partsOf(8 * 1024 ** 3 + 1)).toHaveLength(513);
  expect(partsOf(MAX_SOURCE_BYTES)).toHaveLength(768);
});

test('what is missing and what has arrived are the whole file, and only a whole file fits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.boolean()), (count, arrivals) => {
      const planned = partsOf(count * 8 - 3, 8);
      const arrived = planned.filter(() => arrivals.next().value);
      const missing = missingParts(planned, storedAs(arrived));
      expect([...arrived, ...missing].sort((a, b) => a.partNumber - b.partNumber)).toEqual(planned);
      expect(partsFit(planned, storedAs(arrived), [])).toBe(missing.length === 0);
    }),
  );
});

test('a part of the wrong length is sent again', () => {
  const planned = partsOf(20, 8);
  const [first, ...rest] = storedAs(planned);
  expect(missingParts(planned, [{ ...first!, bytes: 7 }, ...rest])).toEqual(planned.slice(0, 1));
});

test('an uploader may name some of the parts, with or without quotes, but not another content', () => {
  const planned = partsOf(20, 8);
  const stored = storedAs(planned);
  expect(partsFit(planned, stored, [{ partNumber: 2, etag: 'e2' }])).toBe(true);
  expect(partsFit(planned, stored, [{ partNumber: 2, etag: '"e3"' }])).toBe(false);
  expect(partsFit(planned, stored, [{ partNumber: 4, etag: '"e4"' }])).toBe(false);
  expect(partsFit(planned, [...stored, { partNumber: 4, etag: '"e4"', bytes: 1 }], [])).toBe(false);
});
