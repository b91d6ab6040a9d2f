import type { AssetKind } from './asset-kind.ts';
import { sniffBoxes, sniffEbml, sniffMp3, sniffRiff, sniffTransportStream, startsWith } from './magic.ts';
import { accept, reject, type Verdict } from './rejection.ts';

/** How many leading bytes `sniffFile` wants to see; a shorter file is given whole. */
export const SNIFF_BYTES = 65_536;

/** Sources above this many bytes (48 GiB) are refused. Workers read them by ranges: time sets the limit, and no disk. */
export const MAX_SOURCE_BYTES = 48 * 1024 ** 3;

/** Families share a demuxer: nothing but the named one may ever open the file. */
export type Container = 'isobmff' | 'matroska';

/** Sound alone. */
export type SoundContainer = 'mp3' | 'ogg' | 'wave' | 'flac';

/** Cannot be cut at any time, so the streams are laid into Matroska first, as they are. */
export type LooseContainer = 'mpegts' | 'avi';

export type AnyContainer = Container | SoundContainer | LooseContainer;

interface Format {
  /** Of a container that holds pictures or sound alone, what it mostly holds. */
  readonly kind: AssetKind;
  readonly container?: AnyContainer;
}

/** Every format that is taken. What is not here is refused before anything reads on. */
export const FORMATS = {
  mp4: { kind: 'video', container: 'isobmff' },
  mov: { kind: 'video', container: 'isobmff' },
  webm: { kind: 'video', container: 'matroska' },
  mkv: { kind: 'video', container: 'matroska' },
  ts: { kind: 'video', container: 'mpegts' },
  avi: { kind: 'video', container: 'avi' },
  m4a: { kind: 'audio', container: 'isobmff' },
  mp3: { kind: 'audio', container: 'mp3' },
  ogg: { kind: 'audio', container: 'ogg' },
  wav: { kind: 'audio', container: 'wave' },
  flac: { kind: 'audio', container: 'flac' },
  jpeg: { kind: 'image' },
  png: { kind: 'image' },
  webp: { kind: 'image' },
  gif: { kind: 'image' },
  avif: { kind: 'image' },
  pdf: { kind: 'document' },
  zip: { kind: 'package' },
} as const satisfies Readonly<Record<string, Format>>;
export type FileFormat = keyof typeof FORMATS;

export const formatOf = (format: FileFormat): Format => FORMATS[format];

const MIN_BYTES = 12;

/** Formats that a few bytes at the start tell. */
const SIGNATURES: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ogg', [0x4f, 0x67, 0x67, 0x53]],
  ['flac', [0x66, 0x4c, 0x61, 0x43]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
];

const bySignature = (head: Uint8Array): FileFormat | undefined =>
  SIGNATURES.find(([, magic]) => startsWith(head, magic))?.[0];

/** The surest first: a sync word of MP3 also comes up by chance. */
const SNIFFERS = [bySignature, sniffEbml, sniffRiff, sniffBoxes, sniffTransportStream, sniffMp3];

/**
 * Names the format of a file by its first bytes (SNIFF_BYTES of them, or all), never by its name. Playlists, session
 * descriptions, programs and everything else are UNRECOGNISED before any decoder sees them.
 */
export function sniffFile(head: Uint8Array, sizeBytes: number): Verdict<FileFormat> {
  if (sizeBytes < MIN_BYTES || head.length < MIN_BYTES) return reject('EMPTY');
  if (sizeBytes > MAX_SOURCE_BYTES) return reject('TOO_LARGE');
  for (const sniff of SNIFFERS) {
    const format = sniff(head);
    // No decoder at hand reads what iPhones make of photographs unless they are told to be compatible.
    if (format === 'heic') return reject('HEIC');
    if (format) return accept(format);
  }
  return reject('UNRECOGNISED');
}

const CLUSTER_ID = [0x1f, 0x43, 0xb6, 0x75];
/** Cues, as an element and as what a SeekHead points to (RFC 9559, 5.1.5). */
const CUES_ID = [0x1c, 0x53, 0xbb, 0x6b];

/** Whether Matroska names an index in front of its pictures; what a browser records does not. */
export function namesCues(head: Uint8Array): boolean {
  const first = head.findIndex((byte, i) => byte === CLUSTER_ID[0] && startsWith(head, CLUSTER_ID, i));
  const front = first < 0 ? head : head.subarray(0, first);
  return front.some((byte, i) => byte === CUES_ID[0] && startsWith(front, CUES_ID, i));
}
