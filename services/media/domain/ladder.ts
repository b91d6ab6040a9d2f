import type { ContentClass } from './content-class.ts';

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

/** Still text and flat colours look the same at a third of the bytes (1080p: 215 kbit/s, SSIM 0.999). */
const SCREEN_CRF = 26;

/** A source this near to a step still gets it, at its own size: 1920 × 1040 is no 720p. */
const NEARLY = 0.9;

/** Wider pictures than this (cinema is 2.39) are fitted by their long side, which decoders limit. */
const WIDEST = 2.4;

/** Displayed size in square pixels, after rotation. */
export interface DisplaySize {
  readonly width: number;
  readonly height: number;
}

const even = (pixels: number) => Math.max(2, 2 * Math.floor(pixels / 2 + 1e-9));
const shortSideOf = ({ width, height }: DisplaySize) => Math.min(width, height);

function fit(step: LadderStep, source: DisplaySize, content: ContentClass): Rung {
  const { shortSide, ...settings } = step;
  const longSide = Math.max(source.width, source.height);
  const scale = Math.min(1, shortSide / shortSideOf(source), (shortSide * WIDEST) / longSide);
  const nearestEven = (side: number) => Math.max(2, Math.min(even(side), 2 * Math.round((side * scale) / 2)));
  return {
    ...settings,
    crf: content === 'screen' ? SCREEN_CRF : settings.crf,
    width: nearestEven(source.width),
    height: nearestEven(source.height),
  };
}

/** The renditions to encode, largest first: every step that the source fills, and the smallest one always. */
export function chooseRungs(source: DisplaySize, content: ContentClass): Rung[] {
  const smallest = LADDER[LADDER.length - 1];
  return LADDER.filter((step) => step === smallest || shortSideOf(source) >= NEARLY * step.shortSide).map(
    (step) => fit(step, source, content),
  );
}

/** Where a rung's pictures are scaled from: a larger rung, by its place in the ladder, or the source. */
export type RungParent = number | 'source';

/** A rung is scaled from one at least this much larger: from a nearer one it would lose detail twice. */
const PARENT_RATIO = 1.5 - 0.01;

/** For every rung the smallest larger one it can be scaled from: less work than from the source, no visible loss. */
export function parentsOf(rungs: readonly Rung[]): RungParent[] {
  return rungs.map((rung, place) => {
    const parent = rungs
      .slice(0, place)
      .findLastIndex((large) => shortSideOf(large) >= PARENT_RATIO * shortSideOf(rung));
    return parent < 0 ? 'source' : parent;
  });
}

/** What a rung turned out to need, in bits per second. */
export interface MeasuredRung {
  readonly name: RungName;
  readonly bitsPerSecond: number;
}

/** A rung must save at least a fifth of the next one up, or switching down to it helps nobody. */
const WORTH_SWITCHING = 0.8;

/**
 * The names of the rungs to offer, of all that were encoded, largest first. One that needs nearly what the next kept
 * one up needs is left out; the smallest step never is, for some line always needs it.
 */
export function pruneRungs(measured: readonly MeasuredRung[]): RungName[] {
  const kept: MeasuredRung[] = [];
  for (const rung of measured) {
    const above = kept.at(-1);
    const isWorthIt = !above || rung.bitsPerSecond <= WORTH_SWITCHING * above.bitsPerSecond;
    if (isWorthIt || rung.name === '240p') kept.push(rung);
  }
  return kept.map(({ name }) => name);
}
