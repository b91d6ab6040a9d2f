import {
  CustomSource,
  FLAC,
  Input,
  type InputFormat,
  Logging,
  LogLevel,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';
import type { AnyContainer } from '../domain/file-kind.ts';
import type { ProbeFacts } from '../domain/plan.ts';
import { type Rejected, reject, type Verdict } from '../domain/rejection.ts';
import type { RangeReader } from './range-reader.ts';

const FORMATS: Readonly<Record<ProbeFacts['container'], InputFormat[]>> = {
  isobmff: [MP4, QTFF],
  matroska: [WEBM, MATROSKA],
  mp3: [MP3],
  ogg: [OGG],
  wave: [WAVE],
  flac: [FLAC],
};

// It would print what uploads tell it to.
Logging.level = LogLevel.Silent;

interface Watched extends RangeReader {
  /** The store's failures so far: those are not the file's fault. */
  readonly faults: readonly unknown[];
  /** Resolves when no read is under way. */
  settled(): Promise<unknown>;
}

/** The parser reads ahead, so reads may fail, or still run, when nothing waits for them any more. */
function watch(source: RangeReader): Watched {
  const faults: unknown[] = [];
  const reads: Promise<unknown>[] = [];
  return {
    size: source.size,
    faults,
    settled: () => Promise.allSettled(reads),
    read(start, end) {
      const read = source.read(start, end);
      reads.push(read.catch((fault: unknown) => faults.push(fault)));
      return read;
    },
  };
}

function openInput(source: RangeReader, container: ProbeFacts['container']) {
  return new Input({
    formats: FORMATS[container],
    source: new CustomSource({
      getSize: () => source.size,
      read: (start, end) => source.read(start, end),
      handleUnhandledError: () => undefined,
    }),
  });
}

/** Whether the memory-safe reader opens a container. */
export const isCut = (container: AnyContainer | undefined): container is ProbeFacts['container'] =>
  container !== undefined && container in FORMATS;

/** A file that names itself a video and then cannot be parsed has no usable index, whatever broke in it. */
const unreadable = (): Rejected => reject('NO_INDEX');

/**
 * Reads a file of one container in memory-safe code and a few range reads. Refusals are values; only a failing `read`
 * throws.
 */
export async function reading<T>(
  source: RangeReader,
  container: ProbeFacts['container'],
  learn: (input: Input) => Promise<Verdict<T>>,
): Promise<Verdict<T>> {
  const watched = watch(source);
  const input = openInput(watched, container);
  try {
    return await learn(input);
  } catch {
    if (watched.faults.length > 0) throw watched.faults[0];
    return unreadable();
  } finally {
    input.dispose();
    await watched.settled();
  }
}
