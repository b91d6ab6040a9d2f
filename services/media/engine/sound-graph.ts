import { framesToSeconds } from '../domain/frame-rate.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { AAC_FRAME_SAMPLES, SAMPLE_RATE, type SoundRendition } from '../domain/sound.ts';
import { measuring, normalising } from './loudness.ts';

/** What the AAC encoder puts before the first sample. */
export const PRIMING_SAMPLES = 1024;

export type Channels = SoundRendition['channels'];
const LAYOUT: Record<Channels, string> = { 1: 'mono', 2: 'stereo' };

/** On the lecture's clock, gaps filled; what was recorded before the first picture is cut off. */
const placed = ({ t0 }: TranscodePlan) =>
  `asetpts=PTS-${(t0 / 1e6).toFixed(6)}/TB,aresample=${SAMPLE_RATE}:async=1000:first_pts=0`;

const mixed = (channels: Channels) => `aformat=channel_layouts=${LAYOUT[channels]}`;

/** The numbers of channels to be measured, each once: a mix is not as loud as what it was made of. */
export const layoutsOf = ({ sounds }: TranscodePlan) => [...new Set(sounds.map(({ channels }) => channels))];

/** From `[in]` to `[o0]`, `[o1]`, …, one for each layout: nothing but a file of measurements comes of any. */
export function measuringGraph(plan: TranscodePlan, fileOf: (channels: Channels) => string): string {
  const layouts = layoutsOf(plan);
  const mixes = layouts.map(
    (channels, i) => `[m${i}]${mixed(channels)},${measuring(fileOf(channels))}[o${i}]`,
  );
  const inputs = layouts.map((_, i) => `[m${i}]`).join('');
  return [`[in]${placed(plan)},asplit=${layouts.length}${inputs}`, ...mixes].join(';');
}

/**
 * From `[in]` to `[o0]`, `[o1]`, … in the order of the plan's sounds. Sound starts with the encoder's priming in
 * place of the first 21 ms, so that it lines up with the picture in every player, also those that ignore edit lists;
 * and it is as long as the picture.
 */
export function soundGraph(plan: TranscodePlan, measured: ReadonlyMap<Channels, number>): string {
  const samples = Math.round(framesToSeconds(plan.frames, plan.fps) * SAMPLE_RATE) - PRIMING_SAMPLES;
  const renditions = plan.sounds.map(({ channels }, i) => {
    const loudness = measured.get(channels);
    return (
      `[s${i}]${mixed(channels)},${loudness === undefined ? 'anull' : normalising(loudness)},` +
      `aformat=sample_fmts=fltp,atrim=start_sample=${PRIMING_SAMPLES},asetpts=PTS-STARTPTS,` +
      `apad,atrim=end_sample=${Math.max(1, samples)},asetnsamples=n=${AAC_FRAME_SAMPLES}:p=0[o${i}]`
    );
  });
  const inputs = plan.sounds.map((_, i) => `[s${i}]`).join('');
  return [`[in]${placed(plan)},asplit=${plan.sounds.length}${inputs}`, ...renditions].join(';');
}
