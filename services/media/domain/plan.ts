import { createHash } from 'node:crypto';
import type { Container } from './file-kind.ts';
import { type FrameRate, snapFrameRate, toNumber } from './frame-rate.ts';
import { chooseRungs, type DisplaySize, type Rung } from './ladder.ts';
import { accept, reject, type Verdict } from './rejection.ts';

export type Rotation = 0 | 90 | 180 | 270;

/** What a probe learned from the container alone. Times in seconds on the source's own clock. */
export interface ProbeFacts {
  readonly container: Container;
  /** Displayed size: after rotation, in square pixels. */
  readonly display: DisplaySize;
  /** Stored size, which is what a decoder must allocate. */
  readonly coded: DisplaySize;
  /** Clockwise, to be applied by the transcoder. */
  readonly rotation: Rotation;
  readonly frameRate: number;
  readonly firstFrameAt: number;
  /** End of the last frame: its timestamp plus its duration. */
  readonly lastFrameEndsAt: number;
  readonly hasAudio: boolean;
  readonly highDynamicRange: boolean;
}

/**
 * Everything that decides the bytes of the renditions. Two equal plans over the same source give equal output, so
 * `planHash` can name the place the output is stored.
 */
export interface TranscodePlan {
  readonly engine: string;
  readonly container: Container;
  readonly fps: FrameRate;
  /** Source time of output time 0, in microseconds. */
  readonly t0: number;
  readonly frames: number;
  readonly segmentFrames: number;
  /** A multiple of `segmentFrames`. */
  readonly chunkFrames: number;
  readonly rungs: readonly Rung[];
  readonly rotation: Rotation;
  readonly toneMap: boolean;
  readonly hasAudio: boolean;
  readonly planHash: string;
}

/** Longest lecture taken, in seconds (6 h): a time stamp far in the future must not buy days of encoding. */
const MAX_DURATION_SECONDS = 6 * 3600;
/** Most pixels in a decoded frame (8192 × 4320). */
export const MAX_PIXELS = 35_389_440;
/** Longest segment in seconds; every segment starts with a key frame. */
export const SEGMENT_SECONDS = 4;

const SEGMENTS_PER_CHUNK = 6;
/** Pixels per second above which a chunk of 24 s would outlast a worker: 1080p at a little over 30 fps. */
const HEAVY_PIXEL_RATE = 1920 * 1088 * 31;

const area = ({ width, height }: DisplaySize) => width * height;

const isHeavy = (facts: ProbeFacts) => area(facts.coded) * facts.frameRate > HEAVY_PIXEL_RATE;

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}

const hashOf = (plan: Omit<TranscodePlan, 'planHash'>) =>
  createHash('sha256')
    .update(JSON.stringify(canonical(plan)))
    .digest('hex');

function refusal(facts: ProbeFacts) {
  if (facts.lastFrameEndsAt - facts.firstFrameAt > MAX_DURATION_SECONDS) return reject('TOO_LONG');
  if (area(facts.coded) > MAX_PIXELS || area(facts.display) > MAX_PIXELS) return reject('TOO_LARGE');
  return undefined;
}

/** Turns probed facts into a plan for the named engine, or says why the source is refused. */
export function planTranscode(facts: ProbeFacts, engine: string): Verdict<TranscodePlan> {
  const refused = refusal(facts);
  if (refused) return refused;
  const fps = snapFrameRate(facts.frameRate);
  const segmentFrames = Math.round(SEGMENT_SECONDS * toNumber(fps));
  const seconds = facts.lastFrameEndsAt - facts.firstFrameAt;
  const plan = {
    engine,
    container: facts.container,
    fps,
    t0: Math.round(facts.firstFrameAt * 1e6),
    frames: Math.max(1, Math.round(seconds * toNumber(fps))),
    segmentFrames,
    chunkFrames: segmentFrames * (isHeavy(facts) ? SEGMENTS_PER_CHUNK / 2 : SEGMENTS_PER_CHUNK),
    rungs: chooseRungs(facts.display),
    rotation: facts.rotation,
    toneMap: facts.highDynamicRange,
    hasAudio: facts.hasAudio,
  };
  return accept({ ...plan, planHash: hashOf(plan) });
}

/** A half-open range of output frames. */
export interface FrameRange {
  readonly start: number;
  readonly end: number;
}

/** How many chunks can be encoded independently of each other. */
export const chunkCount = (plan: TranscodePlan) => Math.ceil(plan.frames / plan.chunkFrames);

/** The output frames of one chunk. A chunk the plan does not have is a bug of the caller. */
export function chunkRange(plan: TranscodePlan, chunkIndex: number): FrameRange {
  if (!Number.isInteger(chunkIndex) || chunkIndex < 0 || chunkIndex >= chunkCount(plan)) {
    throw new RangeError(`chunk ${chunkIndex} of ${chunkCount(plan)}`);
  }
  const start = chunkIndex * plan.chunkFrames;
  return { start, end: Math.min(plan.frames, start + plan.chunkFrames) };
}

/** The frame count of every segment in a range, in order; only the last of the lecture may be short. */
export function segmentLengths(plan: TranscodePlan, { start, end }: FrameRange): number[] {
  const segments = Math.ceil((end - start) / plan.segmentFrames);
  return Array.from({ length: segments }, (_, n) =>
    Math.min(plan.segmentFrames, end - start - n * plan.segmentFrames),
  );
}
