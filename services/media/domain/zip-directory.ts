import { asciiOf, startsWith } from './magic.ts';

/** The end record with the longest comment it can have (APPNOTE 6.3.10, 4.3.16). */
export const DIRECTORY_END_BYTES = 22 + 65_535;
/** Largest directory that is read, in bytes: 20,000 files. */
const MAX_DIRECTORY_BYTES = 2 * 1024 ** 2;

const END = [0x50, 0x4b, 0x05, 0x06];
const ENTRY = [0x50, 0x4b, 0x01, 0x02];
const ENTRY_BYTES = 46;
const LOCAL = [0x50, 0x4b, 0x03, 0x04];
/** The header in front of a file's bytes; its name and more follow. */
export const LOCAL_BYTES = 30;
/** A field that says "see the 64-bit one" (4.3.9.2). */
const IN_64_BITS = 0xffff_ffff;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where an archive's directory lies, and how many entries it says to have. */
export interface Directory {
  readonly start: number;
  readonly bytes: number;
  readonly entries: number;
}

/** What a directory says of one file. */
export interface ZipEntry {
  /** As stored: which letters they are is not always told. */
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Kind and permissions of a Unix file in the upper half. */
  readonly attributes: number;
  /** Of its header in the file. */
  readonly at: number;
}

/**
 * Where an archive's directory lies, from the file's last bytes; undefined where none can, and `in-64-bits` where the
 * archive is of the larger kind.
 */
export function directoryOf(end: Uint8Array, size: number): Directory | 'in-64-bits' | undefined {
  for (let at = end.length - 22; at >= 0; at -= 1) {
    if (end[at] !== END[0] || !startsWith(end, END, at)) continue;
    const fields = view(end);
    const entries = fields.getUint16(at + 10, true);
    const bytes = fields.getUint32(at + 12, true);
    const start = fields.getUint32(at + 16, true);
    if (bytes === IN_64_BITS || start === IN_64_BITS) return 'in-64-bits';
    return start + bytes <= size && bytes <= MAX_DIRECTORY_BYTES ? { start, bytes, entries } : undefined;
  }
  return undefined;
}

/** The entries of a directory, up to the first that is none. */
export function entriesIn(directory: Uint8Array): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const fields = view(directory);
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && startsWith(directory, ENTRY, at)) {
    const short = (field: number) => fields.getUint16(at + field, true);
    const long = (field: number) => fields.getUint32(at + field, true);
    const name = directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + short(28));
    entries.push({
      name,
      flags: short(8),
      method: short(10),
      crc: long(16),
      packedBytes: long(20),
      bytes: long(24),
      attributes: long(38),
      at: long(42),
    });
    at += ENTRY_BYTES + short(28) + short(30) + short(32);
  }
  return entries;
}

/** Names of the files in a directory, letter by letter only where they are ASCII. */
export const namesIn = (directory: Uint8Array): string[] =>
  entriesIn(directory).map(({ name }) => asciiOf(name, 0, name.length));

export const needs64Bits = ({ packedBytes, bytes, at }: ZipEntry): boolean =>
  [packedBytes, bytes, at].includes(IN_64_BITS);

/**
 * How many bytes of name and more lie between the header at a file's place and its content; undefined where the header
 * is none, or is of another file than the directory says.
 */
export function bytesBeforeContent(header: Uint8Array, { method, name }: ZipEntry): number | undefined {
  if (header.length < LOCAL_BYTES || !startsWith(header, LOCAL)) return undefined;
  const fields = view(header);
  if (fields.getUint16(8, true) !== method || fields.getUint16(26, true) !== name.length) return undefined;
  return name.length + fields.getUint16(28, true);
}
