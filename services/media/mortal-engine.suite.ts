import { spread } from './chaos.suite.ts';
import type { Engine } from './engine/engine.ts';
import type { RangeReader } from './engine/range-reader.ts';
import { engineWith } from './pipeline.suite.ts';

/** Whoever asks for what lies behind this share of a source has worked on what lies before it. */
const LATE = 0.75;

/**
 * The pipeline's engine, of whose processes the given share is killed: in turn before they have read anything, and
 * while they wait for the last quarter of their source. By what they do, not by the clock, so that each of them dies.
 */
export function mortalEngine(share: number) {
  const counts = { starts: 0, kills: 0 };
  const isDoomed = spread(share);
  let isLate = false;
  const kill = (pid: number) => {
    process.kill(pid, 'SIGKILL');
    counts.kills += 1;
  };
  /** An engine for one job, and the job's source, which the engine's process does not survive if it is to die. */
  const oneJob = (source: RangeReader) => {
    let victim: number | undefined;
    const onStart = (pid: number) => {
      counts.starts += 1;
      victim = undefined;
      if (!isDoomed()) return;
      isLate = !isLate;
      if (isLate) victim = pid;
      else kill(pid);
    };
    const read = (start: number, end: number) => {
      if (victim && end > LATE * source.size) {
        kill(victim);
        victim = undefined;
      }
      return source.read(start, end);
    };
    return { ...engineWith({ onStart }), source: { size: source.size, read } };
  };
  const engine: Engine & { readonly version: string } = {
    ...engineWith({}),
    encodeChunk(plan, range, source, outDir) {
      const job = oneJob(source);
      return job.encodeChunk(plan, range, job.source, outDir);
    },
    encodeAudio(plan, source, outDir) {
      const job = oneJob(source);
      return job.encodeAudio(plan, job.source, outDir);
    },
    poster(segments, outDir) {
      const job = oneJob(segments);
      return job.poster(job.source, outDir);
    },
    sprite(segments, board, outDir) {
      const job = oneJob(segments);
      return job.sprite(job.source, board, outDir);
    },
    waveform(segments, outDir) {
      const job = oneJob(segments);
      return job.waveform(job.source, outDir);
    },
  };
  return { engine, counts };
}
