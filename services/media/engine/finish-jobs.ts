import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storyboard } from '../domain/storyboard.ts';
import type { RangeReader } from './range-reader.ts';
import type { EngineOutcome } from './run-child.ts';

/** What is made of segments that are stored already; their bytes, init section first, are the job's source. */
export type FinishJob =
  | { readonly type: 'poster'; readonly outPath: string }
  | { readonly type: 'sprite'; readonly board: Storyboard; readonly outPath: string }
  | { readonly type: 'waveform'; readonly outPath: string };

/** A picture or text made for the finish; the path of the file. */
type Made = Promise<EngineOutcome<string>>;

/** The engine's part in finishing a recording. */
export interface FinishEngine {
  /** Of the segments' first frames, the most typical. */
  poster(segments: RangeReader, outDir: string): Made;
  sprite(segments: RangeReader, board: Storyboard, outDir: string): Made;
  /** Of a sound rendition, all segments. */
  waveform(segments: RangeReader, outDir: string): Made;
}

type Run = (job: FinishJob, source: RangeReader) => Promise<EngineOutcome<unknown>>;

/** The finish jobs, each in a process of its own. */
export function finishJobs(run: Run): FinishEngine {
  const make = async (
    outDir: string,
    name: string,
    source: RangeReader,
    jobTo: (outPath: string) => FinishJob,
  ): Made => {
    await mkdir(outDir, { recursive: true });
    const path = join(outDir, name);
    const outcome = await run(jobTo(path), source);
    return outcome.ok ? { ok: true, value: path } : outcome;
  };
  return {
    poster: (segments, outDir) =>
      make(outDir, 'poster.jpg', segments, (outPath) => ({ type: 'poster', outPath })),
    sprite: (segments, board, outDir) =>
      make(outDir, 'sprite.jpg', segments, (outPath) => ({ type: 'sprite', board, outPath })),
    waveform: (segments, outDir) =>
      make(outDir, 'waveform.json', segments, (outPath) => ({ type: 'waveform', outPath })),
  };
}
