import { createHash } from 'node:crypto';
import type { ContentClass } from './content-class.ts';
import type { Container, SoundContainer } from './file-kind.ts';
import { type FrameRate, segmentFramesOf, snapFrameRate, toNumber } from './frame-rate.ts';
import { chooseRungs, type DisplaySize, type Rung } from './ladder.ts';
import { accept, reject, type Verdict } from './rejection.ts';
import { chooseSounds, type SoundRendition } from './sound.ts';

export type Rotation = 0 | 90 | 180 | 270;

/** What a probe learned of the picture from the container alone. */
export interface PictureFacts {
  /** Displayed size: after rotation, in square pixels. */
  readonly display: DisplaySize;
  /** Stored size, which is what a decoder must allocate. */
  readonly coded: DisplaySize;
  /** Clockwise, to be applied by the transcoder. */
  readonly rotation: Rotation;
  readonly frameRate: number;
  readonly highDynamicRange: boolean;
  readonly content: ContentClass;
}

/** What a probe learned of the sound. `channels` as stored. */
export interface SoundFacts {
  readonly channels: number;
  /** Of a codec that cannot be copied from among the pictures: the whole file is read to measure it and to encode it. */
  readonly isReadTwice?: true;
}

/** What a probe learned from the container alone. Times in seconds on the source's own clock. */
export interface ProbeFacts {
  readonly container: Container | SoundContainer;
  /** Absent where there is sound alone. */
  readonly picture?: PictureFacts;
  /** Absent where there is none. */
  readonly sound?: SoundFacts;
  /** When the first frame is shown; without a picture, when the sound begins. */
  readonly startsAt: number;
  /** End of the last frame: its timestamp plus its duration. */
  readonly endsAt: number;
}

/**
 * Everything that decides the bytes of the renditions. Two equal plans over the same source give equal output, so
 * `planHash` can name the place the output is stored.
 */
export interface TranscodePlan {
  readonly engine: string;
  readonly container: Container | SoundContainer;
  /** The lecture's clock. Sound alone is cut into segments by it, and has no frames otherwise. */
  readonly fps: FrameRate;
  /** Source time of output time 0, in microseconds. */
  readonly t0: number;
  readonly frames: number;
  readonly segmentFrames: number;
  /** A multiple of `segmentFrames`. */
  readonly chunkFrames: number;
  /** Largest first; empty where there is sound alone. */
  readonly rungs: readonly Rung[];
  /** The one for the picture first; empty where there is no sound. */
  readonly sounds: readonly SoundRendition[];
  readonly rotation: Rotation;
  readonly toneMap: boolean;
  readonly content: ContentClass;
  readonly planHash: string;
}

/** Longest lecture taken, in seconds (6 h): a time stamp far in the future must not buy days of encoding. */
const MAX_DURATION_SECONDS = 6 * 3600;
/** Most pixels in a decoded frame (8192 × 4320). */
export const MAX_PIXELS = 35_389_440;
const SEGMENTS_PER_CHUNK = 6;
/** Pixels per second above which a chunk of six segments would outlast a worker: 1080p at a little over 30 fps. */
const HEAVY_PIXEL_RATE = 1920 * 1088 * 31;

const area = ({ width, height }: DisplaySize) => width * height;

const isHeavy = ({ coded, frameRate }: PictureFacts) => area(coded) * frameRate > HEAVY_PIXEL_RATE;

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

function refusal({ picture, sound, startsAt, endsAt }: ProbeFacts) {
  if (!picture && !sound) return reject('NO_VIDEO');
  if (endsAt - startsAt > MAX_DURATION_SECONDS) return reject('TOO_LONG');
  const isHuge = picture && (area(picture.coded) > MAX_PIXELS || area(picture.display) > MAX_PIXELS);
  return isHuge ? reject('TOO_LARGE') : undefined;
}

/** Sound alone is cut by a clock whose segments are whole AAC frames. */
const SOUND_CLOCK = 25;

const pictureOf = (picture: PictureFacts | undefined) => ({
  rungs: picture ? chooseRungs(picture.display, picture.content) : [],
  rotation: picture?.rotation ?? 0,
  toneMap: picture?.highDynamicRange ?? false,
  content: picture?.content ?? 'camera',
});

/** Turns probed facts into a plan for the named engine, or says why the source is refused. */
export function planTranscode(facts: ProbeFacts, engine: string): Verdict<TranscodePlan> {
  const refused = refusal(facts);
  if (refused) return refused;
  const { container, picture, sound, startsAt, endsAt } = facts;
  const fps = snapFrameRate(picture?.frameRate ?? SOUND_CLOCK);
  const segmentFrames = segmentFramesOf(fps);
  const isHalved = picture !== undefined && isHeavy(picture);
  const plan = {
    engine,
    container,
    fps,
    t0: Math.round(startsAt * 1e6),
    frames: Math.max(1, Math.round((endsAt - startsAt) * toNumber(fps))),
    segmentFrames,
    chunkFrames: segmentFrames * (isHalved ? SEGMENTS_PER_CHUNK / 2 : SEGMENTS_PER_CHUNK),
    ...pictureOf(picture),
    sounds: sound ? chooseSounds(sound.channels) : [],
  };
  return accept({ ...plan, planHash: hashOf(plan) });
}

/** A half-open range of output frames. */
export interface FrameRange {
  readonly start: number;
  readonly end: number;
}

/** How many chunks can be encoded independently of each other; none where there is sound alone. */
export const chunkCount = ({ frames, chunkFrames, rungs }: TranscodePlan) =>
  rungs.length > 0 ? Math.ceil(frames / chunkFrames) : 0;

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
