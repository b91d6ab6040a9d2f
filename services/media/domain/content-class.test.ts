import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifyContent } from './content-class.ts';

const HD = 1920 * 1080;
const sample = (between: number, key: number, count = 120) =>
  Array.from({ length: count }, (_, n) =>
    n % 24 === 0 ? { isKey: true, bytes: key } : { isKey: false, bytes: between },
  );

test.each([
  ['slides with a cursor', 300, 90_000, 'screen'],
  ['a typed line', 700, 120_000, 'screen'],
  ['a talking head in a video call', 2_000, 40_000, 'camera'],
  ['a phone', 60_000, 250_000, 'camera'],
])('%s', (_, between, key, expected) => {
  expect(classifyContent(sample(between, key), HD)).toBe(expected);
});

test('too small a sample, or key frames alone, are taken for a camera', () => {
  expect(classifyContent(sample(10, 1000, 10), HD)).toBe('camera');
  expect(classifyContent([], HD)).toBe('camera');
  expect(classifyContent(Array(100).fill({ isKey: true, bytes: 10 }), HD)).toBe('camera');
});

test('a few slide changes among still pictures do not change the class, nor does the order', () => {
  const still = sample(200, 90_000).slice(0, 100);
  const changes = sample(80_000, 90_000).slice(0, 30);
  fc.assert(
    fc.property(fc.shuffledSubarray([...still, ...changes], { minLength: 130 }), (mixed) => {
      expect(classifyContent(mixed, HD)).toBe('screen');
    }),
  );
});
