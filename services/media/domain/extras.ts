import { folderOf } from './delivery-path.ts';
import { framesToSeconds } from './frame-rate.ts';
import type { Rung } from './ladder.ts';
import type { TranscodePlan } from './plan.ts';
import type { PartFacts, TrackFacts } from './presentation.ts';
import type { Extras } from './recording.ts';
import { STORYBOARD_NAME } from './storyboard.ts';
import { partsOfPlan } from './work.ts';

export const WAVEFORM_NAME = 'waveform.json';
export const WHOLE_FILE_NAME = 'lesson.mp4';

/** Up to here one file starts sooner than a playlist and its first segments, and is as quickly kept; seconds. */
const WHOLE_FILE_SECONDS = 300;
/** Enough for a phone; the one file cannot adapt to the line. */
const WHOLE_FILE_PIXELS = 480;
/** A poster is seen before anything plays, also on a slow line. */
const POSTER_PIXELS = 720;
/** Of so many frames the one most like the others is neither a fade nor a flash. */
const POSTER_CANDIDATES = 12;
/** Where the candidates lie, as shares of the lecture: after the title card, before the thanks. */
const POSTER_FROM = 0.1;
const POSTER_TO = 0.9;

const shortSide = ({ width, height }: Rung) => Math.min(width, height);
const tallestUpTo = ({ rungs }: TranscodePlan, pixels: number) =>
  rungs.find((rung) => shortSide(rung) <= pixels) ?? rungs.at(-1);

/** The rung that is offered in one file; undefined for long lectures and for sound alone. */
export const wholeFileRung = (plan: TranscodePlan): Rung | undefined =>
  framesToSeconds(plan.frames, plan.fps) <= WHOLE_FILE_SECONDS
    ? tallestUpTo(plan, WHOLE_FILE_PIXELS)
    : undefined;

/** The rung and its segments whose first frames stand for election as the poster. Undefined without pictures. */
export function posterFrames(plan: TranscodePlan) {
  const rung = tallestUpTo(plan, POSTER_PIXELS);
  if (!rung) return undefined;
  const count = Math.ceil(plan.frames / plan.segmentFrames);
  const places = Array.from({ length: POSTER_CANDIDATES }, (_, n) =>
    Math.floor(count * (POSTER_FROM + ((POSTER_TO - POSTER_FROM) * n) / POSTER_CANDIDATES)),
  );
  return { rung, segments: [...new Set(places)] };
}

/** The sound renditions, the one that is played with the picture first. */
export const soundsOf = (facts: readonly PartFacts[]): readonly TrackFacts[] =>
  facts.find(({ part }) => part === 'audio')?.tracks ?? [];

/** How many segments a rendition has, over all its parts. */
export const segmentCount = (plan: TranscodePlan, facts: readonly PartFacts[], folder: string): number =>
  partsOfPlan(plan)
    .flatMap((part) => facts.find((each) => each.part === part)?.tracks ?? [])
    .filter((track) => track.folder === folder)
    .reduce((sum, { segments }) => sum + segments.length, 0);

/** Paths on the site of what was made. */
export function extrasOf(
  assetId: string,
  planHash: string,
  made: {
    readonly storyboard: boolean;
    readonly waveform: boolean;
    readonly mp4?: { bytes: number; height: number };
  },
): Extras {
  const at = (name: string) => `/${folderOf(assetId, planHash)}/${name}`;
  return {
    ...(made.storyboard && { storyboard: at(STORYBOARD_NAME) }),
    ...(made.waveform && { waveform: at(WAVEFORM_NAME) }),
    ...(made.mp4 && { mp4: { path: at(WHOLE_FILE_NAME), ...made.mp4 } }),
  };
}
