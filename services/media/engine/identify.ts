import type { AssetKind } from '../domain/asset-kind.ts';
import {
  type AnyContainer,
  type FileFormat,
  formatOf,
  namesCues,
  SNIFF_BYTES,
  sniffFile,
} from '../domain/file-kind.ts';
import { MANIFEST_NAME } from '../domain/package-files.ts';
import { accept, type RejectionCode, reject, type Verdict } from '../domain/rejection.ts';
import { DIRECTORY_END_BYTES, directoryOf, namesIn } from '../domain/zip-directory.ts';
import type { RangeReader } from './range-reader.ts';

/** What the first bytes of a file tell. */
export interface Identified {
  readonly format: FileFormat;
  readonly kind: AssetKind;
  /** What may open it; absent where nothing plays. */
  readonly container?: AnyContainer;
  /** Cannot be cut at any time before its streams are laid into another container. */
  readonly isLoose: boolean;
}

/** Every file of Office, OpenDocument or EPUB has one of them; those are archives too. */
const OF_DOCUMENTS = ['[Content_Types].xml', 'mimetype'];

/** Undefined where an archive can be a course package; its files are looked at by a worker. */
async function rejectionOfArchive(source: RangeReader): Promise<RejectionCode | undefined> {
  const end = await source.read(Math.max(0, source.size - DIRECTORY_END_BYTES), source.size);
  const directory = directoryOf(end, source.size);
  if (directory === 'in-64-bits') return 'ZIP_METHOD';
  if (!directory) return 'DAMAGED';
  const names = namesIn(await source.read(directory.start, directory.start + directory.bytes));
  if (names.includes(MANIFEST_NAME)) return undefined;
  if (OF_DOCUMENTS.some((name) => names.includes(name))) return 'UNRECOGNISED';
  return names.some((name) => name.endsWith(`/${MANIFEST_NAME}`)) ? 'MANIFEST_IN_FOLDER' : 'NO_MANIFEST';
}

const isLoose = (container: AnyContainer | undefined, head: Uint8Array): boolean =>
  container === 'mpegts' || container === 'avi' || (container === 'matroska' && !namesCues(head));

/**
 * Finds out what a file is by a few ranges of it. Nothing is decoded or unpacked: an archive is taken only as a
 * course package, and by its directory alone.
 */
export async function identify(source: RangeReader): Promise<Verdict<Identified>> {
  const head = source.size > 0 ? await source.read(0, Math.min(source.size, SNIFF_BYTES)) : new Uint8Array();
  const sniffed = sniffFile(head, source.size);
  if (!sniffed.ok) return sniffed;
  const format = sniffed.value;
  const fault = format === 'zip' ? await rejectionOfArchive(source) : undefined;
  if (fault) return reject(fault);
  const { kind, container } = formatOf(format);
  return accept({ format, kind, ...(container && { container }), isLoose: isLoose(container, head) });
}
