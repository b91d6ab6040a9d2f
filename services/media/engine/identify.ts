import type { AssetKind } from '../domain/asset-kind.ts';
import {
  type AnyContainer,
  type FileFormat,
  formatOf,
  namesCues,
  SNIFF_BYTES,
  sniffFile,
} from '../domain/file-kind.ts';
import { accept, reject, type Verdict } from '../domain/rejection.ts';
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

/** Largest directory of an archive that is read, in bytes: 20,000 files. */
const MAX_DIRECTORY_BYTES = 2 * 1024 ** 2;
/** Every SCORM package has it in its topmost folder (SCORM 1.2, Content Aggregation Model, 2.3.2). */
const MANIFEST = 'imsmanifest.xml';

async function holdsManifest(source: RangeReader): Promise<boolean> {
  const end = await source.read(Math.max(0, source.size - DIRECTORY_END_BYTES), source.size);
  const directory = directoryOf(end, source.size);
  if (!directory || directory.bytes > MAX_DIRECTORY_BYTES) return false;
  return namesIn(await source.read(directory.start, directory.start + directory.bytes)).includes(MANIFEST);
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
  if (format === 'zip' && !(await holdsManifest(source))) return reject('UNRECOGNISED');
  const { kind, container } = formatOf(format);
  return accept({ format, kind, ...(container && { container }), isLoose: isLoose(container, head) });
}
