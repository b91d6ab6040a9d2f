import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mediaRoutes } from '../contract.ts';
import { type FileFormat, formatOf, MAX_SOURCE_BYTES, namesCues, sniffFile } from './file-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const sniff = (head: Uint8Array) => sniffFile(head, head.length);
const pad = (text: string) => text.padEnd(16, '\0');

const EBML = '\x1a\x45\xdf\xa3\x93\x42\x86\x81\x01\x42\x82';
const packets = (first: number, stride: number) => {
  const head = new Uint8Array(first + 6 * stride);
  for (let at = first; at < head.length; at += stride) head[at] = 0x47;
  return head;
};
/** Two frames of 128 kbit/s at 44.1 kHz. */
const frames = () => {
  const head = new Uint8Array(2 * 417);
  head.set([0xff, 0xfb, 0x90, 0x00], 0);
  head.set([0xff, 0xfb, 0x90, 0x00], 417);
  return head;
};

describe('a file is known by its first bytes', () => {
  test.each<[FileFormat, string, Uint8Array]>([
    ['mp4', 'video isobmff', bytes('\0\0\0\x20ftypisom\0\0\x02\0')],
    ['mov', 'video isobmff', bytes('\0\0\0\x14ftypqt  \0\0\x02\0')],
    ['mov', 'video isobmff', bytes('\0\0\0\x08wide\0\0\x10\0mdat')],
    ['m4a', 'audio isobmff', bytes('\0\0\0\x20ftypM4A \0\0\x02\0')],
    ['webm', 'video matroska', bytes(`${EBML}\x84webm\x42\x87\x81\x04`)],
    ['mkv', 'video matroska', bytes(`${EBML}\x88matroska\x42\x87\x81\x04`)],
    ['ts', 'video mpegts', packets(0, 188)],
    ['ts', 'video mpegts', packets(4, 192)],
    ['avi', 'video avi', bytes('RIFF\x10\0\0\0AVI LIST')],
    ['mp3', 'audio mp3', bytes(pad('ID3\x04\0\0\0\0\0\0'))],
    ['mp3', 'audio mp3', frames()],
    ['wav', 'audio wave', bytes('RIFF\x10\0\0\0WAVEfmt ')],
    ['ogg', 'audio ogg', bytes(pad('OggS\0\x02'))],
    ['flac', 'audio flac', bytes(pad('fLaC\0\0\0\x22'))],
    ['jpeg', 'image', bytes(pad('\xff\xd8\xff\xe0\0\x10JFIF'))],
    ['png', 'image', bytes(pad('\x89PNG\r\n\x1a\n'))],
    ['gif', 'image', bytes(pad('GIF89a'))],
    ['webp', 'image', bytes('RIFF\x10\0\0\0WEBPVP8 ')],
    ['avif', 'image', bytes('\0\0\0\x18ftypavif\0\0\0\0mif1avif')],
    ['avif', 'image', bytes('\0\0\0\x18ftypmif1\0\0\0\0mif1avif')],
    ['pdf', 'document', bytes(pad('%PDF-1.7'))],
    ['zip', 'package', bytes(pad('PK\x03\x04\x14'))],
  ])('%s is %s', (format, expected, head) => {
    expect(sniff(head)).toEqual({ ok: true, value: format });
    const { kind, container } = formatOf(format);
    expect([kind, container].filter(Boolean).join(' ')).toBe(expected);
  });

  test.each([
    ['a playlist', '#EXTM3U\n#EXT-X-VERSION:3\n'],
    ['a manifest', '<?xml version="1.0"?><MPD></MPD>'],
    ['a session description', 'v=0\no=- 0 0 IN IP4 127.0.0.1\n'],
    ['a concatenation script', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['a drawing that can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a program', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0'],
    ['a box smaller than its own header', '\0\0\0\x04ftypisom\0\0\0\0'],
    ['another EBML document', `${EBML}\x84docs\x42\x87\x81\x04`],
    ['an EBML document without a type', '\x1a\x45\xdf\xa3\x80\0\0\0\0\0\0\0'],
    ['another RIFF form', 'RIFF\x10\0\0\0ACONanih'],
    ['one frame of MP3 that nothing follows', pad('\xff\xfb\x90\0')],
    ['a sync byte of a transport stream alone', pad('\x47')],
  ])('%s is refused', (_, head) => {
    expect(sniff(bytes(head))).toEqual({ ok: false, rejection: { code: 'UNRECOGNISED' } });
  });

  test('a photograph as iPhones keep it is refused as what it is', () => {
    for (const head of ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'])
      expect(sniff(bytes(head))).toEqual({ ok: false, rejection: { code: 'HEIC' } });
  });

  test('a file too short to tell is empty, one too long to hold is too large', () => {
    const head = bytes('\0\0\0\x20ftypisom\0\0\x02\0');
    expect(sniff(head.subarray(0, 11))).toEqual({ ok: false, rejection: { code: 'EMPTY' } });
    expect(sniffFile(head, MAX_SOURCE_BYTES)).toMatchObject({ ok: true });
    expect(sniffFile(head, MAX_SOURCE_BYTES + 1)).toEqual({ ok: false, rejection: { code: 'TOO_LARGE' } });
    const isAnnounced = (bytes: number) =>
      mediaRoutes.requestUpload.body.safeParse({ title: 'a', fileName: 'a.mp4', bytes }).success;
    expect([0, 1].map((more) => isAnnounced(MAX_SOURCE_BYTES + more))).toEqual([true, false]);
  });

  test('chance is never taken for a file', () => {
    const known = /^(?:....(?:ftyp|moov|mdat|wide|free|skip)|ID3|OggS|fLaC|RIFF|GIF8|%PDF-|PK|\xff\xd8)/s;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 200 }), (head) => {
        fc.pre(!known.test(String.fromCharCode(...head)));
        expect(sniff(head)).toMatchObject({ rejection: { code: 'UNRECOGNISED' } });
      }),
    );
  });
});

test('an index of Matroska counts only where it is named before the pictures', () => {
  const cues = '\x1c\x53\xbb\x6b';
  const cluster = '\x1f\x43\xb6\x75';
  expect(namesCues(bytes(`${EBML}${cues}${cluster}`))).toBe(true);
  expect(namesCues(bytes(`${EBML}${cluster}${cues}`))).toBe(false);
  expect(namesCues(bytes(EBML))).toBe(false);
});
