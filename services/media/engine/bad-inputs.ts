import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { RejectionCode } from '../domain/rejection.ts';
import { rewrap } from './container-fixtures.ts';
import { makeClip } from './fixtures.ts';
import type { NodeAv } from './node-av.ts';
import { zipOf } from './zip-fixture.ts';

/** A file that somebody made to do harm, or that broke; `expected` absent where it is taken as far as it goes. */
export interface BadInput {
  readonly name: string;
  readonly bytes: Buffer;
  readonly expected?: RejectionCode;
}

/** What a decoder left to choose by itself would open, and where it would ask. */
export const playlists = (origin: string): BadInput[] =>
  Object.entries({
    'a playlist': `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.0,\n${origin}/hls.ts\n#EXT-X-ENDLIST\n`,
    'a playlist of local files': '#EXTM3U\n#EXTINF:10.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
    'a manifest':
      '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet>' +
      `<Representation id="1"><BaseURL>${origin}/dash.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    'a session description': 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 9912 RTP/AVP 96\n',
    'a concatenation script': `ffconcat version 1.0\nfile '${origin}/concat.mp4'\n`,
    'a drawing': `<svg xmlns="http://www.w3.org/2000/svg"><image href="${origin}/x"/></svg>`,
  }).map(([name, text]) => ({ name, bytes: Buffer.from(text), expected: 'UNRECOGNISED' }));

/** Fifty megabytes in fifty kilobytes. */
function zipBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(50_000_000));
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  return Buffer.concat([head, packed]);
}

/** Files that are no recording at all. */
export const strangers = (): BadInput[] => [
  { name: 'nothing', bytes: Buffer.alloc(0), expected: 'EMPTY' },
  { name: 'eleven bytes', bytes: Buffer.from('\0\0\0\x20ftypiso'), expected: 'EMPTY' },
  { name: 'a note', bytes: Buffer.from('hello, this is not a video\n'), expected: 'UNRECOGNISED' },
  { name: 'a program', bytes: readFileSync(process.execPath).subarray(0, 100_000), expected: 'UNRECOGNISED' },
  { name: 'an archive', bytes: zipOf(['a.txt']), expected: 'NO_MANIFEST' },
  {
    name: 'a letter of Word',
    bytes: zipOf(['[Content_Types].xml', 'word/document.xml']),
    expected: 'UNRECOGNISED',
  },
  { name: 'a zip bomb', bytes: zipBomb(), expected: 'DAMAGED' },
];

/** Replaces bytes that follow each box of a type, `at` of them behind its name. */
function patch(file: Buffer, box: string, at: number, value: Buffer): Buffer {
  const patched = Buffer.from(file);
  for (
    let place = patched.indexOf(box, 0, 'latin1');
    place >= 0;
    place = patched.indexOf(box, place + 4, 'latin1')
  )
    value.copy(patched, place + 4 + at);
  return patched;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** Matroska without an index whose header tells of a frame of 12000 by 12000: PixelWidth and PixelHeight (RFC 9559). */
export function hugeLive(av: NodeAv, folder: string): Buffer {
  const at = (name: string) => join(folder, name);
  const square = { picture: 'testsrc2=s=320x320:r=25:d=1', width: 320, height: 320 };
  makeClip(av, { path: at('square.mp4'), ...square });
  rewrap(av, at('square.mp4'), at('square.mkv'), 'live');
  const live = readFileSync(at('square.mkv')).toString('latin1');
  const sized = (pixels: string) => `\xb0\x82${pixels}\xba\x82${pixels}`;
  return Buffer.from(live.replace(sized('\x01\x40'), sized('\x2e\xe0')), 'latin1');
}

/** Bits of an unsigned Exp-Golomb number (ITU-T H.264, 9.1). */
const golomb = (value: number): string => {
  const bits = (value + 1).toString(2);
  return '0'.repeat(bits.length - 1) + bits;
};

/** A sequence parameter set of 12000 by 12000 (ITU-T H.264, 7.3.2.1.1): 750 macroblocks across and down, baseline. */
function hugeParameters(): Buffer {
  const [id, frameNum, order, references] = [0, 0, 2, 1].map(golomb);
  const size = golomb(749);
  const bits = `${id}${frameNum}${order}${references}0${size}${size}1100${'1'}`;
  const octets = bits.padEnd(8 * Math.ceil(bits.length / 8), '0').match(/.{8}/g) ?? [];
  return Buffer.from([0, 0, 1, 0x67, 66, 0, 62, ...octets.map((octet) => Number.parseInt(octet, 2))]);
}

/** How a unit of a stream begins, and one with its parameters (ITU-T H.264, annex B). */
const START = Buffer.from([0, 0, 1]);
const PARAMETERS = Buffer.from([0, 0, 1, 0x67]);

/** A transport stream whose pictures say of themselves that they are 12000 by 12000; its container tells of no size. */
export function hugeStream(av: NodeAv, folder: string): Buffer {
  const at = (name: string) => join(folder, name);
  makeClip(av, { path: at('small.mp4'), picture: 'testsrc2=s=64x64:r=25:d=1', width: 64, height: 64 });
  rewrap(av, at('small.mp4'), at('huge.ts'), 'mpegts');
  const stream = readFileSync(at('huge.ts'));
  const from = stream.indexOf(PARAMETERS);
  // Zeros before the next unit belong to nothing.
  stream.fill(0, from, stream.indexOf(START, from + 1));
  hugeParameters().copy(stream, from);
  return stream;
}

/** The index at the end, as cameras write it: ftyp, mdat, moov. */
function withIndexLast(file: Buffer): Buffer {
  const moov = file.indexOf('moov', 0, 'latin1') - 4;
  const end = moov + file.readUInt32BE(moov);
  return Buffer.concat([file.subarray(0, moov), file.subarray(end), file.subarray(moov, end)]);
}

/** A length that the header claims, in its own ticks: version 0 of mvhd and mdhd (ISO/IEC 14496-12, 8.2.2). */
const claimHours = (file: Buffer, hours: number): Buffer =>
  ['mvhd', 'mdhd'].reduce(
    (patched, box) =>
      patch(patched, box, 16, uint32(hours * 3600 * patched.readUInt32BE(patched.indexOf(box) + 16))),
    file,
  );

/** Recordings that broke on the way, lie about themselves, or cost more than they hold. */
export function brokenRecordings(av: NodeAv, folder: string): BadInput[] {
  const at = (name: string) => join(folder, name);
  const clip = (name: string, more: Partial<Parameters<typeof makeClip>[1]> = {}) => {
    const shape = { picture: 'testsrc2=s=320x180:r=25:d=6', width: 320, height: 180 };
    makeClip(av, { path: at(name), ...shape, ...more });
    return readFileSync(at(name));
  };
  const film = clip('film.mp4');
  rewrap(av, at('film.mp4'), at('live.webm'), 'live');
  const live = readFileSync(at('live.webm'));
  const gap = clip('gap.mkv', {
    picture: "testsrc2=s=64x64:r=10:d=1,setpts='if(lt(N,9),N/10,36000)/TB'",
    ...{ width: 64, height: 64, container: 'matroska' },
  });
  const half = (file: Buffer) => file.subarray(0, file.length >> 1);
  const huge = Buffer.from([0x2e, 0xe0, 0x2e, 0xe0]);
  return [
    { name: 'half a file with its index at the end', bytes: half(withIndexLast(film)), expected: 'NO_INDEX' },
    { name: 'half a file with its index in front', bytes: half(film), expected: 'TRUNCATED' },
    { name: 'half of what a browser recorded', bytes: half(live) },
    { name: 'six seconds that claim ten hours', bytes: claimHours(film, 10) },
    { name: 'frames ten hours apart', bytes: gap, expected: 'TOO_LONG' },
    { name: 'a frame of 12000 by 12000', bytes: patch(film, 'avc1', 24, huge), expected: 'TOO_LARGE' },
    { name: 'a codec nobody films with', bytes: clip('odd.mp4', { codec: 'ffv1' }), expected: 'CODEC' },
    {
      name: 'MagicYUV',
      bytes: Buffer.from(film.toString('latin1').replace('avc1\0\0\0\0', 'M8Y0\0\0\0\0'), 'latin1'),
      expected: 'CODEC',
    },
    { name: 'a file whose head is all there is', bytes: film.subarray(0, 40), expected: 'NO_INDEX' },
  ];
}
