import { hashOfPlan } from './plan-hash.ts';
import { accept, reject, type Verdict } from './rejection.ts';

/** Largest picture file taken, in bytes (50 MiB). */
export const MAX_PICTURE_BYTES = 50 * 1024 ** 2;
/** Most pixels of a picture (100 million): the best phones' photographs, and 400 MB decoded at the worst. */
export const MAX_PICTURE_PIXELS = 100_000_000;
/** Pixels across that screens ask for: a phone, a sharp phone, a desk, a hall TV. */
const WIDTHS = [320, 640, 1280, 1920] as const;
const WIDEST = 1920;
/** WebP ends at 16,383 (RFC 9649, 2.5). */
const TALLEST = 16_383;

export const IMAGE_FORMATS = ['avif', 'webp', 'jpg'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** What reading the picture told; the size is upright, as it is shown. */
export interface ImageFacts extends ImageSize {
  /** More than one for an animation. */
  readonly frames: number;
}

/** Decides every byte made of a picture, as a `TranscodePlan` does of a recording. */
export interface ImagePlan {
  readonly kind: 'image';
  readonly engine: string;
  /** Narrowest first. */
  readonly sizes: readonly ImageSize[];
  readonly planHash: string;
}

const MIN_SIDE = 8;

/** The widths of `WIDTHS` below the source's own, then that one: nothing is ever made larger than it was sent. */
function sizesFor({ width, height }: ImageSize): ImageSize[] {
  const own = Math.max(1, Math.min(WIDEST, width, Math.floor((TALLEST * width) / height)));
  const across = [...WIDTHS.filter((each) => each < own), own];
  return across.map((each) => ({ width: each, height: Math.max(1, Math.round((each * height) / width)) }));
}

/**
 * Turns what was read into a plan for the named engine, or says why the picture is refused. An animation is: shown as
 * a picture nobody could stop it (WCAG 2.2.2), and sent as a video it is a tenth of the size.
 */
export function planImage(facts: ImageFacts, engine: string): Verdict<ImagePlan> {
  if (facts.width * facts.height > MAX_PICTURE_PIXELS) return reject('TOO_LARGE');
  if (facts.width < MIN_SIDE || facts.height < MIN_SIDE) return reject('TOO_SMALL');
  if (facts.frames > 1) return reject('ANIMATED');
  const plan = { kind: 'image' as const, engine, sizes: sizesFor(facts) };
  return accept({ ...plan, planHash: hashOfPlan(plan) });
}

/** `w640.avif`. */
export const imageName = (width: number, format: ImageFormat): string => `w${width}.${format}`;
