import { AV_CODEC_FLAG_CLOSED_GOP, AV_PIX_FMT_YUV420P } from 'node-av/constants';
import type { Frame } from 'node-av/lib';
import { framesToSeconds, timescaleOf } from '../domain/frame-rate.ts';
import type { Rung } from '../domain/ladder.ts';
import type { FrameRange, TranscodePlan } from '../domain/plan.ts';
import { chunkGraph } from './chunk-graph.ts';
import { pictureSinks, runGraph, videoInput } from './graph.ts';
import { type NodeAv, present } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { closeSource, decode, openSource, seekBefore } from './source.ts';
import { openWriter, type Writer, type WriterOptions } from './writer.ts';

/**
 * Fragments whose times depend on the frame number alone: no edit list, decode times kept as they are (the first
 * of a lecture may be negative), so that a chunk's segments continue the previous chunk's.
 */
export const FRAGMENTS = {
  avoid_negative_ts: 'disabled',
  use_editlist: 0,
  movflags: '+frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets+frag_discont+skip_trailer',
};

/** The rate control of one rung, by x264's names. */
export const encoderOptions = (plan: TranscodePlan, rung: Rung) => ({
  preset: 'veryfast',
  profile: rung.profile,
  crf: rung.crf,
  maxrate: rung.maxrateKbps * 1000,
  bufsize: rung.maxrateKbps * 2000,
  g: plan.segmentFrames,
  keyint_min: plan.segmentFrames,
  sc_threshold: 0,
  bf: 2,
  // A chunk that starts with a full buffer spends more than the same frames within a whole encode would.
  'x264-params': 'open-gop=0:vbv-init=0.6',
});

function writerOptions(
  av: NodeAv,
  plan: TranscodePlan,
  rung: Rung,
  path: string,
  colours: Frame,
): WriterOptions {
  const { numerator, denominator } = plan.fps;
  const timescale = timescaleOf(plan.fps);
  return {
    path,
    codec: 'libx264',
    timescale,
    configure: (encoder) => {
      encoder.width = rung.width;
      encoder.height = rung.height;
      encoder.pixelFormat = AV_PIX_FMT_YUV420P;
      encoder.timeBase = new av.lib.Rational(denominator, numerator);
      encoder.framerate = new av.lib.Rational(numerator, denominator);
      encoder.sampleAspectRatio = new av.lib.Rational(1, 1);
      encoder.colorSpace = colours.colorSpace;
      encoder.colorPrimaries = colours.colorPrimaries;
      encoder.colorTrc = colours.colorTrc;
      encoder.colorRange = colours.colorRange;
      encoder.setFlags(AV_CODEC_FLAG_CLOSED_GOP);
    },
    encoderOptions: encoderOptions(plan, rung),
    muxerOptions: { ...FRAGMENTS, video_track_timescale: timescale },
  };
}

/** Encodes one range of frames at every rung of the plan, into one fragmented MP4 per rung. Decodes once. */
export function encodeVideoChunk(
  av: NodeAv,
  bytes: SourceBytes,
  plan: TranscodePlan,
  range: FrameRange,
  outPaths: readonly string[],
): void {
  const source = openSource(av, bytes, plan.container, 'video');
  if (range.start > 0) seekBefore(source, framesToSeconds(range.start, plan.fps) + plan.t0 / 1e6);
  const writers: Writer[] = [];
  // Opened by its first frame: the colours it was made for are known only then.
  const writerFor = (index: number, frame: Frame) => {
    const rung = present(plan.rungs[index], 'rung');
    writers[index] ??= openWriter(av, writerOptions(av, plan, rung, outPaths[index] ?? '', frame));
    return writers[index];
  };
  runGraph(
    av,
    decode(av, source),
    (first) =>
      `${videoInput(av, source, first)}[in];${chunkGraph(plan, range)};${pictureSinks(plan.rungs.length)}`,
    (frame, index) => writerFor(index, frame).write(frame),
  );
  if (writers.length === 0) throw new Error('no frames in range');
  for (const writer of writers) writer.finish();
  closeSource(source);
}
