import { framesToSeconds } from './frame-rate.ts';
import type { TranscodePlan } from './plan.ts';

export const SPRITE_NAME = 'sprite.jpg';
export const STORYBOARD_NAME = 'storyboard.vtt';

/** So many pictures are in one sprite: 1600 × 900 pixels, which a cheap phone still holds in memory. */
const MOST_PICTURES = 100;
const COLUMNS = 10;
/** The long side of one picture. */
const CELL_PIXELS = 160;

/** What is seen when, as pieces of one picture. */
export interface Storyboard {
  /** Segments whose first frames are its pictures, in order. */
  readonly segments: readonly number[];
  readonly columns: number;
  readonly rows: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly secondsPerPicture: number;
}

const even = (pixels: number) => Math.max(2, 2 * Math.round(pixels / 2));

/** One picture for every segment, or for every second, third… of a long lecture. Undefined without pictures. */
export function storyboardOf(plan: TranscodePlan): Storyboard | undefined {
  const rung = plan.rungs.at(-1);
  if (!rung) return undefined;
  const segmentCount = Math.ceil(plan.frames / plan.segmentFrames);
  const every = Math.ceil(segmentCount / MOST_PICTURES);
  const pictures = Math.ceil(segmentCount / every);
  const scale = CELL_PIXELS / Math.max(rung.width, rung.height);
  return {
    segments: Array.from({ length: pictures }, (_, n) => n * every),
    columns: Math.min(COLUMNS, pictures),
    rows: Math.ceil(pictures / COLUMNS),
    cell: { width: even(rung.width * scale), height: even(rung.height * scale) },
    secondsPerPicture: framesToSeconds(every * plan.segmentFrames, plan.fps),
  };
}

/** A time as WebVTT writes it: `01:02:03.450`. */
function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':');
  return `${clock}.${String(ms % 1000).padStart(3, '0')}`;
}

/** The WebVTT that tells which piece of the sprite belongs to which seconds (media fragments, `#xywh=`). */
export function storyboardText(board: Storyboard, durationSeconds: number): string {
  const { segments, columns, cell, secondsPerPicture } = board;
  const cues = segments.map((_, n) => {
    const from = stamp(n * secondsPerPicture);
    const to = stamp(Math.min(durationSeconds, (n + 1) * secondsPerPicture));
    const place = [
      (n % columns) * cell.width,
      Math.floor(n / columns) * cell.height,
      cell.width,
      cell.height,
    ];
    return `${from} --> ${to}\n${SPRITE_NAME}#xywh=${place.join(',')}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}
