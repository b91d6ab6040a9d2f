import { createHash } from 'node:crypto';
import { accept, reject, type Verdict } from './rejection.ts';
import { LOCAL_BYTES, needs64Bits, type ZipEntry } from './zip-directory.ts';

/** Every package has it in its topmost folder (SCORM 1.2, Content Aggregation Model, 2.3.2). */
export const MANIFEST_NAME = 'imsmanifest.xml';
/** Largest archive taken, in bytes (200 MiB): a lesson of an hour with its sound is about 60. */
export const MAX_PACKAGE_BYTES = 200 * 1024 ** 2;
/** All files of a package unpacked, in bytes (300 MiB): it is what one person may have to fetch. */
const MAX_UNPACKED_BYTES = 300 * 1024 ** 2;
/** One file of it (100 MiB): a worker holds it in memory, packed and unpacked. */
const MAX_FILE_BYTES = 100 * 1024 ** 2;
/** Packages of the usual authoring tools have hundreds of files, those with a formula renderer up to 3,000. */
const MAX_PACKAGE_FILES = 5000;
/** A name in UTF-8; with the folder in front of it a key of the store may have 1,024 bytes. */
const MAX_NAME_BYTES = 500;
/** No stretch of deflate unpacks to more than so many times its length (zlib technical details). */
const MAX_DEFLATE_RATIO = 1032;
const DEFLATE_SLACK = 64;

export const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
/** Kinds of Unix files: of all only plain ones and folders, or none told (stat.h). */
const KIND_MASK = 0xf000;
const FAIR_KINDS: ReadonlySet<number> = new Set([0, 0x8000, 0x4000]);
/** What macOS adds of its own beside every file. */
const OF_THE_PACKER = /^__MACOSX\//;

/** One file of a package; sizes in bytes. */
export interface PackageFile {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
}

/** The same with where it lies in the archive. */
export interface PackedFile extends PackageFile {
  readonly entry: ZipEntry;
}

/** Undefined for letters of an older encoding, which nobody can tell. */
function textOfName({ name }: ZipEntry): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return undefined;
  }
}

const isControl = (letter: string) => letter < ' ' || letter === '\u007f';

/** True for a path that stays in its folder on every system, written as zip archives do (APPNOTE 4.4.17). */
export function isFairName(name: string): boolean {
  if (Buffer.byteLength(name) > MAX_NAME_BYTES || /^[a-z]:/i.test(name)) return false;
  if (name.includes('\\') || [...name].some(isControl)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Names that differ in case alone are one file on half of the systems that packages are made on. */
const asOneName = (name: string): string => name.toLowerCase();

const isEncrypted = ({ flags }: ZipEntry) => (flags & ENCRYPTED_FLAG) !== 0;
const isFairKind = ({ attributes }: ZipEntry) => FAIR_KINDS.has((attributes >>> 16) & KIND_MASK);
const isReadable = (entry: ZipEntry) =>
  !needs64Bits(entry) && (entry.method === STORED || entry.method === DEFLATED);

/** True where the sizes said can be those of any content. */
function isHonest({ method, packedBytes, bytes }: ZipEntry): boolean {
  if (method === STORED) return packedBytes === bytes;
  return bytes <= packedBytes * MAX_DEFLATE_RATIO + DEFLATE_SLACK;
}

/** True where no two files share bytes and none reaches into the directory: how small archives become endless ones. */
function lieApart(entries: readonly ZipEntry[], directoryStart: number): boolean {
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  return inOrder.every((entry, at) => {
    const end = entry.at + LOCAL_BYTES + entry.name.length + entry.packedBytes;
    return end <= (inOrder[at + 1]?.at ?? directoryStart);
  });
}

function named(entries: readonly ZipEntry[]): Verdict<PackedFile[]> {
  const files: PackedFile[] = [];
  const taken = new Set<string>();
  for (const entry of entries) {
    // macOS writes letters and their marks apart, and pages ask for them together; a key is one or the other.
    const name = textOfName(entry)?.normalize('NFC');
    const isFolder = name?.endsWith('/');
    if (!name || !isFairKind(entry) || !isFairName(isFolder ? name.slice(0, -1) : name))
      return reject('FILE_NAMES');
    if (isFolder || OF_THE_PACKER.test(name)) continue;
    if (taken.has(asOneName(name))) return reject('FILE_NAMES');
    taken.add(asOneName(name));
    files.push({ name, bytes: entry.bytes, crc: entry.crc, entry });
  }
  return accept(files.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

/**
 * The files of a package in the order of their names, or why none of them will be unpacked. Everything is judged by
 * what the directory says, before a byte is unpacked; that it says the truth is found when each file is.
 */
export function filesOf(entries: readonly ZipEntry[], directoryStart: number): Verdict<PackedFile[]> {
  if (entries.some(isEncrypted)) return reject('ENCRYPTED');
  if (!entries.every(isReadable)) return reject('ZIP_METHOD');
  if (entries.length > MAX_PACKAGE_FILES) return reject('TOO_MANY_FILES');
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (unpacked > MAX_UNPACKED_BYTES || entries.some(({ bytes }) => bytes > MAX_FILE_BYTES))
    return reject('TOO_LARGE');
  if (!entries.every(isHonest) || !lieApart(entries, directoryStart)) return reject('DAMAGED');
  return named(entries);
}

/** Names what a package holds; the list itself would not fit where its plan is kept. */
export function hashOfFiles(files: readonly PackageFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes, crc } of files) hash.update(JSON.stringify([name, bytes, crc]));
  return hash.digest('hex');
}
