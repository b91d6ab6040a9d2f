import { expect, test } from 'vitest';
import { measuring, normalising, readLoudness } from './loudness.ts';

const WRITTEN = ['-70.000', '-31.204', '-32.087']
  .map((value, n) => `frame:${n}    pts:${n * 4800}  pts_time:${n / 10}\nlavfi.r128.I=${value}\n`)
  .join('');

test('the measurement is the last one, which is of the whole', () => {
  expect(readLoudness(WRITTEN)).toBe(-32.087);
  expect(() => readLoudness('nothing')).toThrow('no loudness');
});

test('silence gets no gain, speech that which is missing, and loud music less than none', () => {
  expect(normalising(-70)).toBe('anull');
  expect(normalising(-32.087)).toContain('volume=16.09dB');
  expect(normalising(-9)).toContain('volume=-7.00dB');
});

test('a path with the signs of a filter graph stays one option', () => {
  expect(measuring("/tmp/a'b:c,d[e]")).toContain("file=/tmp/a\\\\\\'b\\\\:c\\,d\\[e\\]");
});
