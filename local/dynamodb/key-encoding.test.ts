import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALL_KEYS,
  bytesAfter,
  encodeHashKey,
  encodeRangeKey,
  encodeRangePrefix,
  segmentRange,
} from './key-encoding.ts';

const bytes = fc.uint8Array({ maxLength: 6 }).map((array) => Buffer.from(array));
const binary = (value: Buffer) => ({ B: value.toString('base64') });

test('encoded keys sort as their bytes do, zeros and prefixes included', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const order = Buffer.compare(encodeRangeKey(binary(a)), encodeRangeKey(binary(b)));
      expect(order).toBe(Buffer.compare(a, b));
    }),
    {
      numRuns: 500,
      examples: [
        [Buffer.from([0]), Buffer.from([0, 0])],
        [Buffer.from([]), Buffer.from([0])],
      ],
    },
  );
});

test('a key begins with the prefix of a value exactly when the value begins with it', () => {
  fc.assert(
    fc.property(bytes, bytes, (value, prefix) => {
      const from = encodeRangePrefix(binary(prefix));
      const key = encodeRangeKey(binary(value));
      const within = key.compare(from) >= 0 && key.compare(bytesAfter(from)) < 0;
      expect(within).toBe(value.subarray(0, prefix.length).equals(prefix));
    }),
    { numRuns: 500, examples: [[Buffer.from([255, 255, 1]), Buffer.from([255, 255])]] },
  );
});

test('segments divide all keys without gap or overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.string({ minLength: 1 }), (total, text) => {
      const key = encodeHashKey({ S: text });
      const ranges = Array.from({ length: total }, (_, segment) => segmentRange(segment, total));
      const holding = ranges.filter(({ from, before }) => key.compare(from) >= 0 && key.compare(before) < 0);
      expect(holding).toHaveLength(1);
      expect(key.compare(ALL_KEYS.before)).toBe(-1);
    }),
  );
});
