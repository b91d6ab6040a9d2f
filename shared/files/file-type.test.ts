import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileTypeOf } from './file-type.ts';
import { bytesOf, mp4, SOUNDS, webm } from './recordings.suite.ts';

test.each(SOUNDS)('what %s records is sound: %s', (_, type, bytes) => {
  expect(fileTypeOf(bytes)).toBe(type);
});

describe('what is filmed is no sound', () => {
  test.each([
    ['Android', 'video/mp4', mp4('mp42', 'vide', 'soun')],
    ['an iPhone', 'video/mp4', mp4('qt  ', 'soun', 'vide')],
    ['Chrome', 'video/webm', webm('V_VP8', 'A_OPUS')],
    ['a film without a word of its tracks', 'video/mp4', bytesOf('\0\0\0\x20ftypisom')],
    ['a film that breaks off', 'video/mp4', mp4('mp42', 'vide', 'soun').slice(0, 200)],
  ])('%s: %s', (_, type, bytes) => {
    expect(fileTypeOf(bytes)).toBe(type);
  });
});

test.each([
  ['image/heic', '\0\0\0\x18ftypheic'],
  ['application/pdf', '%PDF-1.7'],
  ['application/zip', 'PK\x03\x04'],
  [undefined, '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [undefined, 'MZ\u0090\0'],
  [undefined, ''],
])('%s by its first bytes', (type, letters) => {
  expect(fileTypeOf(bytesOf(letters))).toBe(type);
});

test('sizes that lie lead to no fault and no endless look', () => {
  const sizes = fc.uint8Array({ minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(sizes, fc.constantFrom('moov', 'trak', 'free', 'mdat'))), (boxes) => {
      const rest = boxes.flatMap(([size, type]) => [...size, ...bytesOf(type)]);
      const bytes = Uint8Array.from([...bytesOf('\0\0\0\x10ftypisom\0\0\0\0'), ...rest]);
      expect(fileTypeOf(bytes)).toBe('video/mp4');
    }),
  );
});
