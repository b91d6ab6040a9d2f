import {
  AV_PIX_FMT_YUV420P10LE,
  AVCOL_PRI_BT2020,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT2020_NCL,
  AVCOL_TRC_ARIB_STD_B67,
} from 'node-av/constants';
import type { CodecContext } from 'node-av/lib';
import type { AvOptions } from './node-av.ts';

/** GOPs of an odd length with B-frames: a seam that survives these survives a phone's. */
const ODD_GOPS = { g: 37, bf: 2 };
const REALTIME = { deadline: 'realtime', 'cpu-used': 8, b: 200_000 };

/** Encoders of pictures, each with the options that make it quick and its output what recordings bring. */
export const PICTURE_ENCODERS = {
  libx264: { preset: 'veryfast', crf: 28, ...ODD_GOPS },
  libx265: { preset: 'ultrafast', 'x265-params': 'log-level=none:pools=none:frame-threads=1' },
  libvpx: REALTIME,
  'libvpx-vp9': REALTIME,
  libsvtav1: { preset: 12 },
  mpeg4: { b: 200_000, ...ODD_GOPS },
  // Nobody films with these, and no decoder of ours is for them.
  ffv1: {},
  mpeg2video: { b: 200_000 },
} as const satisfies Readonly<Record<string, AvOptions>>;
export type PictureEncoder = keyof typeof PICTURE_ENCODERS;

/** Encoders of sound and the form in which each takes its samples. */
export const SOUND_ENCODERS = {
  aac: 'fltp',
  libmp3lame: 'fltp',
  mp2: 's16',
  ac3: 'fltp',
  eac3: 'fltp',
  alac: 's16p',
  libopus: 'flt',
  libvorbis: 'fltp',
} as const;
export type SoundEncoder = keyof typeof SOUND_ENCODERS;

/** Ten bits, wide colours and the hybrid log curve, as phones film with a high dynamic range. */
export const HLG_GRAPH =
  'setparams=color_primaries=bt2020:color_trc=arib-std-b67:colorspace=bt2020nc:range=tv';

/** Tells an encoder what HLG_GRAPH tells of its pictures. */
export function describeHlg(encoder: CodecContext): void {
  encoder.pixelFormat = AV_PIX_FMT_YUV420P10LE;
  encoder.colorPrimaries = AVCOL_PRI_BT2020;
  encoder.colorTrc = AVCOL_TRC_ARIB_STD_B67;
  encoder.colorSpace = AVCOL_SPC_BT2020_NCL;
  encoder.colorRange = AVCOL_RANGE_MPEG;
}
