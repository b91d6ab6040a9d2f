import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import {
  filesOf,
  hashOfFiles,
  MANIFEST_NAME,
  type PackageFile,
  type PackedFile,
  STORED,
} from '../../domain/package-files.ts';
import { MAX_MANIFEST_BYTES, readManifest } from '../../domain/package-manifest.ts';
import type { PackageFacts } from '../../domain/package-plan.ts';
import { accept, reject, type Verdict } from '../../domain/rejection.ts';
import {
  bytesBeforeContent,
  DIRECTORY_END_BYTES,
  directoryOf,
  entriesIn,
  LOCAL_BYTES,
} from '../../domain/zip-directory.ts';
import type { SourceBytes } from '../read-ahead.ts';
import { pipedSource } from '../source-pipe.ts';
import type { JobOf } from './pages-job.ts';

/** Exactly these bytes; fewer only where the source ends. */
function readAll(source: SourceBytes, start: number, end: number): Buffer {
  const pieces: Buffer[] = [];
  for (let at = start; at < end; ) {
    const piece = source.readSync(at, end - at);
    if (piece.length === 0) break;
    pieces.push(piece);
    at += piece.length;
  }
  return Buffer.concat(pieces);
}

function listFiles(source: SourceBytes): Verdict<PackedFile[]> {
  const end = readAll(source, Math.max(0, source.size - DIRECTORY_END_BYTES), source.size);
  const directory = directoryOf(end, source.size);
  if (directory === 'in-64-bits') return reject('ZIP_METHOD');
  if (!directory) return reject('DAMAGED');
  const entries = entriesIn(readAll(source, directory.start, directory.start + directory.bytes));
  return entries.length === directory.entries ? filesOf(entries, directory.start) : reject('DAMAGED');
}

/** Never more bytes than were said: what unpacks to more is a lie, and costs no more than the truth would. */
function inflated(packed: Buffer, bytes: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    return undefined;
  }
}

/** The content of a file; undefined where it is not what the directory says. */
function unpack(source: SourceBytes, { entry }: PackedFile): Buffer | undefined {
  const header = readAll(source, entry.at, entry.at + LOCAL_BYTES);
  const before = bytesBeforeContent(header, entry);
  if (before === undefined) return undefined;
  const name = readAll(source, entry.at + LOCAL_BYTES, entry.at + LOCAL_BYTES + entry.name.length);
  const start = entry.at + LOCAL_BYTES + before;
  const packed = readAll(source, start, start + entry.packedBytes);
  const content = entry.method === STORED ? packed : inflated(packed, entry.bytes);
  const isTrue = content?.length === entry.bytes && crc32(content) === entry.crc;
  return isTrue && name.equals(entry.name) ? content : undefined;
}

const withoutPlace = ({ name, bytes, crc }: PackedFile): PackageFile => ({ name, bytes, crc });

/**
 * What a package holds and what of it is opened, once every file was unpacked and found to be what the directory says:
 * work that was begun does not end in a refusal.
 */
export function examinePackage(source: SourceBytes): Verdict<PackageFacts> {
  const listed = listFiles(source);
  if (!listed.ok) return listed;
  const files = listed.value;
  const manifest = files.find(({ name }) => name === MANIFEST_NAME);
  if (!manifest) return reject('NO_MANIFEST');
  const told = manifest.bytes <= MAX_MANIFEST_BYTES ? unpack(source, manifest) : undefined;
  if (!told) return reject('BAD_MANIFEST');
  const names = files.map(({ name }) => name);
  const read = readManifest(told, names);
  if (!read.ok) return read;
  // As they lie, which is how the source is read ahead.
  const asTheyLie = files.toSorted((a, b) => a.entry.at - b.entry.at);
  if (asTheyLie.some((file) => !unpack(source, file))) return reject('DAMAGED');
  return accept({ ...read.value, files: files.map(withoutPlace) });
}

export const readPackage = async ({ sourceSize }: JobOf<'read-package'>): Promise<Verdict<PackageFacts>> =>
  examinePackage(pipedSource(0, sourceSize));

/** Writes files `from` to before `to` as `<outDir>/<number>` and tells their names, if it is still that package. */
export async function unpackFiles(job: JobOf<'unpack-files'>): Promise<{ readonly name: string }[]> {
  const source = pipedSource(0, job.sourceSize);
  const listed = listFiles(source);
  if (!listed.ok || hashOfFiles(listed.value) !== job.filesHash) throw new Error('another package');
  const wanted = listed.value.slice(job.from, job.to);
  for (const [at, file] of wanted.entries()) {
    const content = unpack(source, file);
    if (!content) throw new Error(`file ${job.from + at} is not what it was`);
    await writeFile(join(job.outDir, String(job.from + at)), content);
  }
  return wanted.map(({ name }) => ({ name }));
}
