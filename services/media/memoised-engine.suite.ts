import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spread } from './chaos.suite.ts';
import type { TranscodePlan } from './domain/plan.ts';
import type { Engine } from './engine/engine.ts';
import type { RangeReader } from './engine/range-reader.ts';
import { type EngineOutcome, failed } from './engine/run-child.ts';

type Failing = {
  /** The share of all jobs whose process dies. */
  readonly passing: number;
  /** Plans of which the encoder says, however often it is asked, that it cannot. */
  readonly impossible: (plan: TranscodePlan) => boolean;
};

/**
 * An engine that does each piece of work once and remembers its files: many recordings of one test are the same
 * clip, and a job in one equals the job in another. Jobs fail as they are told to, also what is remembered.
 */
export function memoised(engine: Engine, failing: Failing) {
  const folder = mkdtempSync(join(tmpdir(), 'memoised-'));
  const known = new Map<string, Promise<EngineOutcome<unknown>>>();
  const isPassing = spread(failing.passing);
  let count = 0;
  const once = <T>(key: string, work: (outDir: string) => Promise<EngineOutcome<T>>) => {
    if (isPassing()) return Promise.resolve(failed('CRASHED', 'chaos'));
    count += 1;
    const result = known.get(key) ?? work(join(folder, String(count)));
    known.set(key, result);
    return result as Promise<EngineOutcome<T>>;
  };
  const digest = async (source: RangeReader) =>
    createHash('sha256')
      .update(await source.read(0, source.size))
      .digest('hex');
  const memo: Engine = {
    probe: engine.probe,
    remux: engine.remux,
    encodeChunk: async (plan, range, source, _) =>
      failing.impossible(plan)
        ? failed('ENGINE', 'chaos')
        : once(`${plan.planHash} ${range.start}-${range.end}`, (out) =>
            engine.encodeChunk(plan, range, source, out),
          ),
    encodeAudio: (plan, source, _) =>
      once(`${plan.planHash} audio`, (out) => engine.encodeAudio(plan, source, out)),
    poster: async (segments) =>
      once(`poster ${await digest(segments)}`, (out) => engine.poster(segments, out)),
    sprite: async (segments, board) =>
      once(`sprite ${await digest(segments)}`, (out) => engine.sprite(segments, board, out)),
    waveform: async (segments) =>
      once(`waveform ${await digest(segments)}`, (out) => engine.waveform(segments, out)),
  };
  return { engine: memo, forget: () => rmSync(folder, { recursive: true }) };
}
