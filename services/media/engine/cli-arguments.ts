import { framesToSeconds, timescaleOf } from '../domain/frame-rate.ts';
import type { Rung } from '../domain/ladder.ts';
import { MAX_PIXELS, type TranscodePlan } from '../domain/plan.ts';
import { SAMPLE_RATE, type SoundRendition } from '../domain/sound.ts';
import { chunkGraph } from './chunk-graph.ts';
import type { Job } from './job.ts';
import { type Channels, layoutsOf, measuringGraph, soundGraph } from './sound-graph.ts';
import { DEMUXERS, type Opened, openingOptions, PREROLL_SECONDS } from './source.ts';
import { encoderOptions, FRAGMENTS } from './video-chunk.ts';

/** What the program writes for sound: a player's segments, because it cannot be told where else to cut. */
const SOUND_PLAYLIST = 'index.m3u8';
export const SOUND_INIT = 'init.mp4';
const SOUND_SEGMENT = 'seg%05d.m4s';

/** What every run begins with: nobody to ask, nothing to say but errors, one thread. */
export const QUIET = ['-hide_banner', '-nostdin', '-nostats', '-y', '-v', 'error', '-threads', '1'];

/** Options by libav's names, as arguments. */
const asOptions = (options: Readonly<Record<string, string | number>>) =>
  Object.entries(options).flatMap(([name, value]) => [`-${name}`, String(value)]);

/** The one file it may open, by the one demuxer and the listed decoders; `file:` keeps a name from being an option. */
export const inputOf = (container: Opened, path: string) => [
  ...['-protocol_whitelist', 'file', '-f', DEMUXERS[container].name],
  ...asOptions(openingOptions(container)),
  ...['-max_pixels', String(MAX_PIXELS), '-i', `file:${path}`],
];

/** Neither what a camera noted nor which version of libav wrote it. */
export const NOTHING_ELSE = ['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact'];

function rungOutput(plan: TranscodePlan, rung: Rung, index: number, path: string): string[] {
  const { numerator, denominator } = plan.fps;
  return [
    ...['-map', `[o${index}]`, '-c:v', 'libx264', '-threads', '1', '-flags', '+cgop+bitexact'],
    ...asOptions(encoderOptions(plan, rung)),
    ...['-fps_mode', 'passthrough', '-enc_time_base', `${denominator}/${numerator}`],
    ...['-video_track_timescale', String(timescaleOf(plan.fps))],
    ...asOptions(FRAGMENTS),
    ...NOTHING_ELSE,
    ...['-f', 'mp4', `file:${path}`],
  ];
}

/** The arguments that encode one range of frames at every rung: the same graph and options as without a program. */
export function videoArguments(job: Extract<Job, { type: 'video' }>, sourcePath: string): string[] {
  const { plan, range, outPaths } = job;
  const from = framesToSeconds(range.start, plan.fps) + plan.t0 / 1e6 - PREROLL_SECONDS;
  // Without `seek_timestamp` the program would count from the start of the file, not on its clock.
  const seek = ['-seek_timestamp', '1', '-noaccurate_seek', '-ss', from.toFixed(6)];
  return [
    ...QUIET,
    '-noautorotate',
    ...(range.start > 0 ? seek : []),
    '-copyts',
    ...inputOf(plan.container, sourcePath),
    ...[
      '-filter_complex_threads',
      '1',
      '-filter_complex',
      chunkGraph(plan, range).replace('[in]', '[0:v:0]'),
    ],
    ...plan.rungs.flatMap((rung, i) => rungOutput(plan, rung, i, outPaths[i] ?? '')),
  ];
}

/** The arguments that write the loudness of every mix into a file of its own. */
export const measuringArguments = (
  plan: TranscodePlan,
  sourcePath: string,
  fileOf: (channels: Channels) => string,
) => [
  ...QUIET,
  '-copyts',
  ...inputOf(plan.container, sourcePath),
  ...['-filter_complex', measuringGraph(plan, fileOf).replace('[in]', '[0:a:0]')],
  ...layoutsOf(plan).flatMap((_, i) => ['-map', `[o${i}]`]),
  ...['-f', 'null', '-'],
];

function soundOutput(plan: TranscodePlan, { kbps }: SoundRendition, index: number, folder: string): string[] {
  const seconds = framesToSeconds(plan.segmentFrames, plan.fps).toFixed(6);
  return [
    ...[
      '-map',
      `[o${index}]`,
      '-c:a',
      'aac',
      '-b:a',
      `${kbps}k`,
      '-ar',
      String(SAMPLE_RATE),
      '-flags',
      '+bitexact',
    ],
    ...['-avoid_negative_ts', 'make_zero', ...NOTHING_ELSE],
    ...['-f', 'hls', '-hls_time', seconds, '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_fmp4_init_filename', SOUND_INIT, '-hls_segment_options', 'use_editlist=0'],
    ...['-hls_segment_filename', `${folder}/${SOUND_SEGMENT}`, `${folder}/${SOUND_PLAYLIST}`],
  ];
}

/** The arguments that encode the whole sound at every rendition, each into a folder of segments. */
export const soundArguments = (
  plan: TranscodePlan,
  measured: ReadonlyMap<Channels, number>,
  sourcePath: string,
  folders: readonly string[],
) => [
  ...QUIET,
  '-copyts',
  ...inputOf(plan.container, sourcePath),
  ...['-filter_complex', soundGraph(plan, measured).replace('[in]', '[0:a:0]')],
  ...plan.sounds.flatMap((sound, i) => soundOutput(plan, sound, i, folders[i] ?? '')),
];
