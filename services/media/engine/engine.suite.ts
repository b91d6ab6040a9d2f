import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planTranscode, type TranscodePlan } from '../domain/plan.ts';
import type { EncodedTrack } from './collect.ts';
import { configuredEngine } from './configured-engine.ts';
import { createEngine, ENGINE_VERSION, type EngineOptions } from './engine.ts';
import { type ClipOptions, makeClip } from './fixtures.ts';
import { loadNodeAv } from './node-av.ts';
import { probe } from './probe.ts';
import { openFileReader } from './range-reader.ts';
import type { EngineOutcome } from './run-child.ts';

export const childPath = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A program has to do without the child and its package. */
const NO_CHILD = fileURLToPath(new URL('./no-child.ts', import.meta.url));

/** The packaged engine always, and the program that FFMPEG_PATH names; what is said of one has to hold for both. */
export function bothEngines(limits: Omit<EngineOptions, 'childPath'> = {}) {
  const { FFMPEG_PATH } = process.env;
  const options = { ...limits, childPath };
  return [
    { name: 'node-av', engine: createEngine(options) },
    ...(FFMPEG_PATH
      ? [
          {
            name: 'ffmpeg',
            engine: configuredEngine({ ...options, childPath: NO_CHILD }, { FFMPEG_PATH }),
          },
        ]
      : []),
  ];
}

/** The plan the service would make for a file. */
export async function planFor(path: string, engine = ENGINE_VERSION): Promise<TranscodePlan> {
  await using reader = await openFileReader(path);
  const facts = await probe(reader);
  if (!facts.ok) throw new Error(facts.rejection.code);
  const plan = planTranscode(facts.value, engine);
  if (!plan.ok) throw new Error(plan.rejection.code);
  return plan.value;
}

/** One segment per chunk, so that a short clip has seams. */
export const withSeams = (plan: TranscodePlan): TranscodePlan => ({
  ...plan,
  chunkFrames: plan.segmentFrames,
});

export function resultOf<T>(outcome: EngineOutcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
  return outcome.value;
}

/** A folder for generated clips and what is made of them, named to be awkward in a command or a filter graph. */
export async function openWorkbench() {
  const av = await loadNodeAv();
  const folder = mkdtempSync(join(tmpdir(), "engine's [a],b;c-"));
  const at = (name: string) => join(folder, name);
  return {
    av,
    folder,
    at,
    clip(name: string, options: Partial<ClipOptions> & Pick<ClipOptions, 'picture'>): string {
      makeClip(av, { path: at(name), width: 320, height: 180, ...options });
      return at(name);
    },
    /** One file of a rendition's beginning and its segments, as a player puts them together. */
    joined(name: string, tracks: readonly EncodedTrack[]): string {
      const segments = tracks.flatMap((track) => track.segments);
      const files = [tracks[0]?.init.path ?? '', ...segments.map(({ path }) => path)];
      writeFileSync(at(name), Buffer.concat(files.map((file) => readFileSync(file))));
      return at(name);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;
