import { accept, reject, type Verdict } from './rejection.ts';

/** How many leading bytes `sniffVideo` wants to see; a shorter file is given whole. */
export const SNIFF_BYTES = 65_536;

/** Sources above this many bytes (64 GiB) are refused. Workers read them by ranges, so no disk sets the limit. */
export const MAX_SOURCE_BYTES = 64 * 1024 ** 3;

type VideoKind = 'mp4' | 'mov' | 'webm' | 'mkv';

/** Families share a demuxer: nothing but the named one may ever open the file. */
export type Container = 'isobmff' | 'matroska';

const MIN_BYTES = 12;
const EBML_MAGIC = [0x1a, 0x45, 0xdf, 0xa3];
/** EBML element id of DocType, which tells WebM from general Matroska (RFC 8794, 11.2.8). */
const DOC_TYPE_ID = [0x42, 0x82];
/** QuickTime files older than ISO base media start with one of these boxes instead of `ftyp`. */
const CLASSIC_QUICKTIME = new Set(['moov', 'mdat', 'wide', 'free', 'skip']);

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0) =>
  magic.every((byte, i) => bytes[at + i] === byte);

const boxSize = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);

function sniffBoxes(head: Uint8Array): VideoKind | undefined {
  const type = text(head, 4, 8);
  const size = boxSize(head);
  // 0 (to the end) and 1 (64-bit size follows) are legal; 2..7 cannot hold the header itself.
  if (size > 1 && size < 8) return undefined;
  if (type === 'ftyp') return text(head, 8, 12) === 'qt  ' ? 'mov' : 'mp4';
  return CLASSIC_QUICKTIME.has(type) ? 'mov' : undefined;
}

function sniffEbml(head: Uint8Array): VideoKind | undefined {
  const header = head.subarray(4, 80);
  const at = header.findIndex((_, i) => startsWith(header, DOC_TYPE_ID, i));
  if (at < 0) return undefined;
  const docType = text(header, at + 3, at + 3 + 8);
  if (docType.startsWith('webm')) return 'webm';
  return docType.startsWith('matroska') ? 'mkv' : undefined;
}

/**
 * Names the kind of a video by its first bytes (SNIFF_BYTES of them, or all), never by its file name.
 * Playlists, session descriptions, archives and everything else are UNRECOGNISED before any decoder sees them.
 */
export function sniffVideo(head: Uint8Array, sizeBytes: number): Verdict<VideoKind> {
  if (sizeBytes < MIN_BYTES || head.length < MIN_BYTES) return reject('EMPTY');
  if (sizeBytes > MAX_SOURCE_BYTES) return reject('TOO_LARGE');
  const kind = startsWith(head, EBML_MAGIC) ? sniffEbml(head) : sniffBoxes(head);
  return kind ? accept(kind) : reject('UNRECOGNISED');
}

export const containerOf = (kind: VideoKind): Container =>
  kind === 'webm' || kind === 'mkv' ? 'matroska' : 'isobmff';
