import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine/engine.ts';
import type { RangeReader } from './engine/range-reader.ts';
import { type EngineOutcome, failed } from './engine/run-child.ts';

/** Shares of all jobs that end without a result: what may pass, and what the encoder says of the file itself. */
type Failing = { readonly passing: number; readonly final: number };

/**
 * An engine that does each piece of work once and remembers its files: many recordings of one test are the same
 * clip, and a job in one equals the job in another. Any job may fail, also one that is remembered.
 */
export function memoised(engine: Engine, random: () => number, failing: Failing) {
  const folder = mkdtempSync(join(tmpdir(), 'memoised-'));
  const known = new Map<string, Promise<EngineOutcome<unknown>>>();
  let count = 0;
  const once = <T>(key: string, work: (outDir: string) => Promise<EngineOutcome<T>>) => {
    const drawn = random();
    if (drawn < failing.final) return Promise.resolve(failed('ENGINE', 'chaos'));
    if (drawn < failing.final + failing.passing) return Promise.resolve(failed('CRASHED', 'chaos'));
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
    encodeChunk: (plan, range, source, _) =>
      once(`${plan.planHash} ${range.start}-${range.end}`, (out) =>
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
