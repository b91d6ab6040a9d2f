import { AAC_FRAME_SAMPLES, SAMPLE_RATE } from './sound.ts';

/** Frames per second as an exact fraction; `denominator / numerator` is one frame's duration in seconds. */
export interface FrameRate {
  readonly numerator: number;
  readonly denominator: number;
}

const fps = (numerator: number, denominator = 1): FrameRate => ({ numerator, denominator });

const TARGETS = [fps(25), fps(30), fps(24), fps(30_000, 1001), fps(24_000, 1001)];

export const toNumber = ({ numerator, denominator }: FrameRate) => numerator / denominator;

/** A gap between pictures may be so far from a whole number of frames and still count as that many. */
const UNEVEN = 0.25;

/**
 * Frames per second of pictures at these instants (seconds, any order); undefined for fewer than two. From the median gap,
 * for a phone that skips frames in the dark still films at its nominal rate; then from all gaps that hold a whole number
 * of frames, because a file's ticks may be coarse: in milliseconds 60 frames a second are 17 apart, which alone looks like
 * 58.8.
 */
export function rateOf(instants: readonly number[]): number | undefined {
  const ordered = instants.toSorted((a, b) => a - b);
  const gaps = ordered.slice(1).map((instant, n) => instant - (ordered[n] ?? 0));
  const moving = gaps.filter((gap) => gap > 0).toSorted((a, b) => a - b);
  const usual = moving[Math.floor(moving.length / 2)];
  if (usual === undefined) return undefined;
  const whole = moving
    .map((gap) => ({ gap, frames: Math.round(gap / usual) }))
    .filter(({ gap, frames }) => frames > 0 && Math.abs(gap / usual - frames) <= UNEVEN);
  const frames = whole.reduce((sum, one) => sum + one.frames, 0);
  return frames / whole.reduce((sum, { gap }) => sum + gap, 0);
}

/** How far one rate is from being a whole multiple of the other: 0 means every frame lands on a frame. */
function misfit(target: number, source: number): number {
  const ratio = target > source ? target / source : source / target;
  return Math.abs(ratio - Math.round(ratio)) / ratio;
}

/**
 * The output rate for a measured source rate: one of 24, 25, 30 and their NTSC forms, preferring the one whose
 * frames coincide with the source's (50 → 25, 60 → 30, 59.94 → 29.97, 15 → 30).
 */
export function snapFrameRate(measured: number): FrameRate {
  const ranked = TARGETS.map((rate) => ({ rate, misfit: misfit(toNumber(rate), measured) }));
  return ranked.reduce((best, next) => (next.misfit < best.misfit - 1e-6 ? next : best)).rate;
}

/** Ticks per second such that every frame is a whole number of ticks. */
export const timescaleOf = (rate: FrameRate) =>
  rate.denominator === 1 ? rate.numerator * 1000 : rate.numerator;

/** Duration in seconds of a count of frames. */
export const framesToSeconds = (frames: number, rate: FrameRate) =>
  (frames * rate.denominator) / rate.numerator;

/** Length a segment comes as near to as it can, in seconds; every segment starts with a key frame. */
const SEGMENT_SECONDS = 4;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/**
 * Frames in one segment: where pictures and AAC frames meet within a few seconds, such a place nearest to 4 s (104 at
 * 25 fps, 128 at 24 and 30), because some TVs want both cut at the same instant; else 4 s of pictures, and the
 * sound's cut is off by up to one AAC frame.
 */
export function segmentFramesOf({ numerator, denominator }: FrameRate): number {
  const target = Math.round((SEGMENT_SECONDS * numerator) / denominator);
  const aacFramesTimes = denominator * SAMPLE_RATE;
  const per = numerator * AAC_FRAME_SAMPLES;
  const meeting = per / divisor(per, aacFramesTimes);
  return meeting > 2 * target ? target : meeting * Math.max(1, Math.round(target / meeting));
}
