import { join } from 'node:path';
import type { FrameRange, ProbeFacts, TranscodePlan } from '../domain/plan.ts';
import type { Verdict } from '../domain/rejection.ts';
import { SOUND_LIMIT_SECONDS } from '../domain/sound-time.ts';
import { workByCli } from './cli-jobs.ts';
import { collectRung, collectSound, type EncodedTrack, prepare } from './collect.ts';
import { type FinishEngine, finishJobs } from './finish-jobs.ts';
import type { Job } from './job.ts';
import { prefetching } from './prefetch.ts';
import { probe } from './probe.ts';
import type { RangeReader } from './range-reader.ts';
import type { Remuxed } from './remux.ts';
import { remuxed } from './remux-jobs.ts';
import {
  type ChildLimits,
  type ChildOptions,
  type EngineOutcome,
  failed,
  runChild,
  VERDICT_WORK_MS,
} from './run-child.ts';

const NODE_AV_VERSION = '6.1.1';

/** The settings; whoever changes what comes out of them changes this. */
const RECIPE = 'x264-veryfast.4';

/**
 * An engine as plans name it, so that no asset mixes the output of two. With its processor: what is written for one in its
 * own instructions rounds otherwise than for another, and a piece may become half a hundredth larger.
 */
export const engineName = (program: string, version: string): string =>
  `${program}/${version}-${process.arch}+${RECIPE}`;

export const ENGINE_VERSION = engineName('node-av', NODE_AV_VERSION);

/**
 * Turns sources into renditions. Sources are read by ranges, about as much of them as a job needs. Output goes to
 * `<outDir>/<rung or sound>/`; calls running at the same time need folders of their own. Failures are values; only
 * a broken disk and a source that cannot be read throw.
 */
export interface Engine extends FinishEngine {
  /** Memory-safe; reads a few ranges. */
  probe(source: RangeReader): Promise<Verdict<ProbeFacts>>;
  /** Writes `<outDir>/remuxed.mkv` and returns its path, or says why the source is refused. */
  remux(container: Remuxed, source: RangeReader, outDir: string): Promise<EngineOutcome<Verdict<string>>>;
  encodeChunk(
    plan: TranscodePlan,
    range: FrameRange,
    source: RangeReader,
    outDir: string,
  ): Promise<EngineOutcome<readonly EncodedTrack[]>>;
  /** The whole lecture's sound at once, at every rendition: AAC cut into chunks drifts by 32 ms at each seam. */
  encodeAudio(
    plan: TranscodePlan,
    source: RangeReader,
    outDir: string,
  ): Promise<EngineOutcome<readonly EncodedTrack[]>>;
}

export interface EngineOptions
  extends Partial<ChildLimits>,
    Pick<ChildOptions, 'childPath' | 'onStart' | 'onNoSandbox'> {
  /** Defaults to this process's NODE_PATH, where Lambda lists its layers. */
  readonly nodePath?: string;
  /** The program that encodes instead of the packaged engine. */
  readonly ffmpegPath?: string;
  /** How often a job is started when its process dies without an answer. */
  readonly attempts?: number;
}

const DEFAULTS = { maxRssBytes: 1_200_000_000, attempts: 2 };
/**
 * Milliseconds that a job may take. A remux goes through its file once, 5 GiB at most: at 9 MB a second that is done. Of
 * the function's quarter of an hour a minute at most went to comparing the file with others (a longer look hands over, see
 * `isLongLook`); what is left is for storing the new one.
 */
const TIMEOUT = 300_000;
const LONGER: Readonly<Partial<Record<Job['type'], number>>> = {
  audio: 1000 * SOUND_LIMIT_SECONDS,
  remux: 600_000,
};
/** Milliseconds of work until a file is refused that nothing can be made of. */
const WORK: Readonly<Partial<Record<Job['type'], number>>> = { look: VERDICT_WORK_MS };

type JobOf = Job extends infer One ? (One extends Job ? Omit<One, 'sourceSize'> : never) : never;
type RunJob = (job: JobOf, source: RangeReader) => Promise<EngineOutcome<unknown>>;

function jobRunner(options: EngineOptions): RunJob {
  const { attempts, ...limits } = { ...DEFAULTS, ...options };
  const child = { ...limits, nodePath: options.nodePath ?? process.env.NODE_PATH };
  return async (work, source) => {
    const job: Job = { ...work, sourceSize: source.size };
    const timeoutMs = options.timeoutMs ?? LONGER[job.type] ?? TIMEOUT;
    const maxWorkMs = WORK[job.type];
    const bounded = { ...child, timeoutMs, ...(maxWorkMs && { maxWorkMs }) };
    const run = () => runOnce(job, source, { ...bounded, ffmpegPath: options.ffmpegPath });
    let outcome = await run();
    for (let n = 1; n < attempts && !outcome.ok && outcome.failure.code === 'CRASHED'; n += 1) {
      outcome = await run();
    }
    return outcome;
  };
}

/** By the program where there is one, else by the packaged engine. */
async function runOnce(
  job: Job,
  source: RangeReader,
  { ffmpegPath, ...child }: ChildOptions & { readonly ffmpegPath: string | undefined },
): Promise<EngineOutcome<unknown>> {
  if (ffmpegPath) return workByCli(job, source, { ...child, ffmpegPath });
  const outcome = await runChild(job, source, child);
  if (!outcome.ok || outcome.value.engine === NODE_AV_VERSION) return outcome;
  return failed('ENGINE', `node-av ${outcome.value.engine} where ${NODE_AV_VERSION} was planned`);
}

/** Every rendition the child wrote, or the first fault found in one. */
async function collected<T>(
  renditions: readonly T[],
  collect: (rendition: T, index: number) => Promise<EncodedTrack | string>,
): Promise<EngineOutcome<readonly EncodedTrack[]>> {
  const tracks: EncodedTrack[] = [];
  for (const [index, rendition] of renditions.entries()) {
    const track = await collect(rendition, index);
    if (typeof track === 'string') return failed('ENGINE', track);
    tracks.push(track);
  }
  return { ok: true, value: tracks };
}

async function encodeChunk(
  run: RunJob,
  plan: TranscodePlan,
  range: FrameRange,
  source: RangeReader,
  outDir: string,
): Promise<EngineOutcome<readonly EncodedTrack[]>> {
  const outPaths = await Promise.all(plan.rungs.map(({ name }) => prepare(join(outDir, name))));
  const outcome = await run({ type: 'video', plan, range, outPaths }, source);
  if (!outcome.ok) return outcome;
  return collected(plan.rungs, ({ name }, i) => collectRung(plan, range, name, outPaths[i] ?? ''));
}

async function encodeAudio(
  run: RunJob,
  plan: TranscodePlan,
  source: RangeReader,
  outDir: string,
): Promise<EngineOutcome<readonly EncodedTrack[]>> {
  const outPaths = await Promise.all(plan.sounds.map(({ name }) => prepare(join(outDir, name))));
  const outcome = await run({ type: 'audio', plan, outPaths }, prefetching(source));
  if (!outcome.ok) return outcome;
  return collected(plan.sounds, ({ name }, i) => collectSound(plan, name, outPaths[i] ?? ''));
}

/** An engine that runs every encoding job in a process of its own, under the given limits. */
export function createEngine(options: EngineOptions): Engine {
  const run = jobRunner(options);
  return {
    probe,
    remux: (container, source, outDir) => remuxed(run, container, source, outDir),
    encodeChunk: (plan, range, source, outDir) => encodeChunk(run, plan, range, source, outDir),
    encodeAudio: (plan, source, outDir) => encodeAudio(run, plan, source, outDir),
    ...finishJobs(run),
  };
}
