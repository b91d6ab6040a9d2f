import { type UnzipFileInfo, unzipSync } from 'fflate';

/** Unpacked, all files together. Bytes; a package of 20 MB holds pictures, which hardly shrink. */
const MAX_UNPACKED = 80 * 1024 * 1024;
const MAX_FILES = 12_000;
/** Deflate makes nothing larger by more than this; a file that says otherwise hides its true size. */
const SLACK = 1024;

type Entries = ReadonlyMap<string, Uint8Array>;

const isHonest = ({ size, originalSize }: UnzipFileInfo): boolean => size <= originalSize * 1.01 + SLACK;
/** Names are looked up and never become paths, but one that leaves its folder is no honest one. */
const isSafe = (name: string): boolean => !name.includes('\0') && !name.split(/[/\\]/).includes('..');

/**
 * The files of a zip that `isWanted` names. Nothing is unpacked before the sizes of all are known to be within the
 * limits, and nothing beyond the size that it claims: a zip bomb costs its own bytes.
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean = () => true,
): Entries | 'file-unreadable' | 'file-too-large' {
  const wanted: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (file) => {
        if (isWanted(file.name) && !file.name.endsWith('/')) wanted.push(file);
        return false;
      },
    });
    if (!wanted.every((file) => isHonest(file) && isSafe(file.name))) return 'file-unreadable';
    const unpacked = wanted.reduce((sum, { originalSize }) => sum + originalSize, 0);
    if (unpacked > MAX_UNPACKED || wanted.length > MAX_FILES) return 'file-too-large';
    const names = new Set(wanted.map(({ name }) => name));
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => names.has(name) })));
  } catch {
    return 'file-unreadable';
  }
}
