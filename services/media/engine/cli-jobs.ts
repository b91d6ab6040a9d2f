import { videoArguments } from './cli-arguments.ts';
import { makeWaveformByCli, stillArguments } from './cli-finish.ts';
import { lookByCli, remuxByCli } from './cli-remux.ts';
import { encodeSoundsByCli } from './cli-sound.ts';
import type { Job } from './job.ts';
import { KeptCopy } from './kept-copy.ts';
import type { RangeReader } from './range-reader.ts';
import type { EngineOutcome } from './run-child.ts';
import { type CliOptions, runCli } from './run-cli.ts';
import { POSTER, spriteOf } from './stills.ts';

/** What a look needs of a file, and some more: it goes by the first 5 MB. */
const LOOK_BYTES = 16 * 1024 ** 2;

const headOf = ({ size, read }: RangeReader): RangeReader => ({ size: Math.min(size, LOOK_BYTES), read });

/** Chunks of one recording come one after the other: without it each would write the whole file anew. */
const copies = new KeptCopy();

function work(job: Job, sourcePath: string, folder: string, options: CliOptions) {
  switch (job.type) {
    case 'video':
      return runCli(videoArguments(job, sourcePath), options);
    case 'audio':
      return encodeSoundsByCli(job, sourcePath, folder, options);
    case 'poster':
      return runCli(stillArguments(POSTER, sourcePath, job.outPath), options);
    case 'sprite':
      return runCli(stillArguments(spriteOf(job.board), sourcePath, job.outPath), options);
    case 'waveform':
      return makeWaveformByCli(sourcePath, job.outPath, options);
    case 'look':
      return lookByCli(job.container, sourcePath, options);
    default:
      return remuxByCli(job.container, sourcePath, job.outPath, options);
  }
}

/** Does one job by the program, over a copy of its source: it asks for bytes of a file in any order. Rejects only when the source could not be read. */
export const workByCli = (
  job: Job,
  source: RangeReader,
  options: CliOptions,
): Promise<EngineOutcome<unknown>> =>
  copies.with(job.type === 'look' ? headOf(source) : source, (sourcePath, folder) =>
    work(job, sourcePath, folder, options),
  );
