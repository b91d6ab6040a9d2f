import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containerOf, MAX_SOURCE_BYTES, sniffVideo } from './file-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const sniff = (head: Uint8Array) => sniffVideo(head, head.length);

const EBML = '\x1a\x45\xdf\xa3\x93\x42\x86\x81\x01\x42\x82';

test.each([
  ['mp4', 'isobmff', '\0\0\0\x20ftypisom\0\0\x02\0'],
  ['mov', 'isobmff', '\0\0\0\x14ftypqt  \0\0\x02\0'],
  ['mov', 'isobmff', '\0\0\0\x08wide\0\0\x10\0mdat'],
  ['webm', 'matroska', `${EBML}\x84webm\x42\x87\x81\x04`],
  ['mkv', 'matroska', `${EBML}\x88matroska\x42\x87\x81\x04`],
])('%s is recognised and opened as %s', (kind, container, head) => {
  expect(sniff(bytes(head))).toEqual({ ok: true, value: kind });
  expect(containerOf(kind as 'mp4')).toBe(container);
});

test.each([
  ['a playlist', '#EXTM3U\n#EXT-X-VERSION:3\n'],
  ['a zip archive', 'PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0'],
  ['a program', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0'],
  ['a box smaller than its own header', '\0\0\0\x04ftypisom\0\0\0\0'],
  ['another EBML document', `${EBML}\x84docs\x42\x87\x81\x04`],
  ['an EBML document without a type', '\x1a\x45\xdf\xa3\x80\0\0\0\0\0\0\0'],
])('%s is refused', (_, head) => {
  expect(sniff(bytes(head))).toEqual({ ok: false, rejection: { code: 'UNRECOGNISED' } });
});

test('a file too short to tell is empty, one too long to hold is too large', () => {
  const head = bytes('\0\0\0\x20ftypisom\0\0\x02\0');
  expect(sniff(head.subarray(0, 11))).toEqual({ ok: false, rejection: { code: 'EMPTY' } });
  expect(sniffVideo(head, MAX_SOURCE_BYTES)).toMatchObject({ ok: true });
  expect(sniffVideo(head, MAX_SOURCE_BYTES + 1)).toEqual({ ok: false, rejection: { code: 'TOO_LARGE' } });
});

test('nothing but a known signature is ever taken for a video', () => {
  const known = /^....(ftyp|moov|mdat|wide|free|skip)/s;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 200 }), (head) => {
      fc.pre(!known.test(String.fromCharCode(...head)));
      expect(sniff(head)).toMatchObject({ rejection: { code: 'UNRECOGNISED' } });
    }),
  );
});
