import { asciiOf, startsWith } from './magic.ts';

/** The end record with the longest comment it can have (APPNOTE 6.3.10, 4.3.16). */
export const DIRECTORY_END_BYTES = 22 + 65_535;

const END = [0x50, 0x4b, 0x05, 0x06];
const ENTRY = [0x50, 0x4b, 0x01, 0x02];
const ENTRY_BYTES = 46;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where an archive's directory lies, from the file's last bytes; undefined where none can. */
export function directoryOf(end: Uint8Array, size: number): { start: number; bytes: number } | undefined {
  for (let at = end.length - 22; at >= 0; at -= 1) {
    if (end[at] !== END[0] || !startsWith(end, END, at)) continue;
    const bytes = view(end).getUint32(at + 12, true);
    const start = view(end).getUint32(at + 16, true);
    return start + bytes <= size ? { start, bytes } : undefined;
  }
  return undefined;
}

/** Names of the files in a directory, up to the first entry that is none. */
export function namesIn(directory: Uint8Array): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && startsWith(directory, ENTRY, at)) {
    const data = view(directory);
    const [name, extra, comment] = [28, 30, 32].map((field) => data.getUint16(at + field, true));
    names.push(asciiOf(directory, at + ENTRY_BYTES, name ?? 0));
    at += ENTRY_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
