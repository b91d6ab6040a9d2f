/** One rendition size of the ladder. `shortSide` in pixels, so that a portrait lecture gets the same detail. */
interface LadderStep {
  readonly name: RungName;
  readonly shortSide: number;
  readonly crf: number;
  readonly maxrateKbps: number;
  readonly profile: 'main' | 'high';
}

export type RungName = '1080p' | '720p' | '480p' | '360p' | '240p';

/** A step fitted to a source: `width` and `height` are even and never exceed the source's. */
export interface Rung extends Omit<LadderStep, 'shortSide'> {
  readonly width: number;
  readonly height: number;
}

const LADDER: readonly LadderStep[] = [
  { name: '1080p', shortSide: 1080, crf: 23, maxrateKbps: 4500, profile: 'high' },
  { name: '720p', shortSide: 720, crf: 23, maxrateKbps: 2500, profile: 'high' },
  { name: '480p', shortSide: 480, crf: 23, maxrateKbps: 1200, profile: 'high' },
  { name: '360p', shortSide: 360, crf: 23, maxrateKbps: 700, profile: 'main' },
  { name: '240p', shortSide: 240, crf: 24, maxrateKbps: 350, profile: 'main' },
];

/** The tallest rendition published today; the steps above it wait for a wider worker budget. */
const PUBLISHED_CEILING = 480;

/** Displayed size in square pixels, after rotation. */
export interface DisplaySize {
  readonly width: number;
  readonly height: number;
}

const even = (pixels: number) => Math.max(2, 2 * Math.floor(pixels / 2 + 1e-9));

function fit(step: LadderStep, source: DisplaySize): Rung {
  const { shortSide, ...settings } = step;
  const scale = Math.min(1, shortSide / Math.min(source.width, source.height));
  const nearestEven = (side: number) => Math.min(even(side), 2 * Math.round((side * scale) / 2));
  return {
    ...settings,
    width: Math.max(2, nearestEven(source.width)),
    height: Math.max(2, nearestEven(source.height)),
  };
}

/**
 * The renditions to publish, largest first: the smallest step always (smaller still when the source is), and the
 * tallest published step the source fills. Nothing is ever scaled up.
 */
export function chooseRungs(source: DisplaySize): Rung[] {
  const shortSide = Math.min(source.width, source.height, PUBLISHED_CEILING);
  const tallest = LADDER.find((step) => step.shortSide <= shortSide);
  const smallest = LADDER[LADDER.length - 1];
  const steps = [tallest, smallest].filter((step) => step !== undefined);
  return [...new Set(steps)].map((step) => fit(step, source));
}
