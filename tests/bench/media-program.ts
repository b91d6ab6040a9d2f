import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Rung } from '../../services/media/domain/ladder.ts';
import type { Footage } from './media-clips.ts';

const run = promisify(execFile);
const QUIET = ['-hide_banner', '-nostdin', '-nostats', '-y'];

/** What anybody would type: one run over the whole file, all sizes scaled from the source, two threads each. */
function oneShotArguments({ path, plan }: Footage, folder: string): string[] {
  const inputs = plan.rungs.map((_, i) => `[s${i}]`).join('');
  const scaled = plan.rungs.map(
    ({ width, height }, i) => `[s${i}]scale=${width}:${height}:flags=bicubic,format=yuv420p[o${i}]`,
  );
  const gop = String(plan.segmentFrames);
  const rung = ({ name, crf, maxrateKbps, profile }: Rung, i: number) => [
    ...[
      '-map',
      `[o${i}]`,
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-profile:v',
      profile,
      '-crf',
      String(crf),
    ],
    ...['-maxrate', `${maxrateKbps}k`, '-bufsize', `${2 * maxrateKbps}k`, '-g', gop, '-keyint_min', gop],
    ...['-sc_threshold', '0', '-bf', '2', '-flags', '+cgop', '-threads', '2'],
    ...[
      '-movflags',
      '+frag_keyframe+empty_moov+default_base_moof',
      '-f',
      'mp4',
      `${folder}/once-${name}.mp4`,
    ],
  ];
  return [
    ...[...QUIET, '-v', 'error', '-threads', '2', '-i', path],
    ...['-filter_complex', [`[0:v]split=${plan.rungs.length}${inputs}`, ...scaled].join(';')],
    ...plan.rungs.flatMap(rung),
    ...['-map', '0:a', '-c:a', 'aac', '-b:a', '96k', '-ac', '1', '-f', 'mp4', `${folder}/once-audio.mp4`],
  ];
}

export const oneShotPath = (folder: string, name: string): string => `${folder}/once-${name}.mp4`;

/** The program that FFMPEG_PATH names, as the thing to compare with. */
export const program = (ffmpegPath: string) => ({
  path: ffmpegPath,
  oneShot: (footage: Footage, folder: string) => run(ffmpegPath, oneShotArguments(footage, folder)),

  /** The top size at a mean rate, as services without a content class encode it. */
  atRate: ({ path, plan }: Footage, kbps: number, out: string) =>
    run(ffmpegPath, [
      ...[
        ...QUIET,
        '-v',
        'error',
        '-i',
        path,
        '-an',
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-b:v',
        `${kbps}k`,
      ],
      ...[
        '-maxrate',
        `${kbps}k`,
        '-bufsize',
        `${2 * kbps}k`,
        '-g',
        String(plan.segmentFrames),
        '-threads',
        '2',
        out,
      ],
    ]),

  /** Every picture decoded for a storyboard, as one would without key frames of one's own. */
  fullDecodeSprite: ({ path, plan }: Footage, out: string) => {
    const every = plan.segmentFrames / (plan.fps.numerator / plan.fps.denominator);
    const filters = `fps=1/${every},scale=160:-2,tile=10x10`;
    return run(ffmpegPath, [
      ...QUIET,
      '-v',
      'error',
      '-threads',
      '1',
      '-i',
      path,
      '-vf',
      filters,
      '-frames:v',
      '1',
      out,
    ]);
  },

  /** Structural similarity of the luma with the source at this size. By frame numbers: times pair frames wrongly. */
  async similarity(encoded: string, { path, plan }: Footage, { width, height }: Rung): Promise<number> {
    const numbered = `settb=${plan.fps.denominator}/${plan.fps.numerator},setpts=N`;
    const graph = `[0:v]${numbered}[a];[1:v]scale=${width}:${height}:flags=bicubic,format=yuv420p,${numbered}[b];[a][b]ssim`;
    const args = [
      ...QUIET,
      '-v',
      'info',
      '-i',
      encoded,
      '-i',
      path,
      '-filter_complex',
      graph,
      '-f',
      'null',
      '-',
    ];
    const { stderr } = await run(ffmpegPath, args, { maxBuffer: 2 ** 26 });
    return Number(/SSIM Y:([\d.]+)/.exec(stderr)?.[1]);
  },
});
export type Program = ReturnType<typeof program>;
