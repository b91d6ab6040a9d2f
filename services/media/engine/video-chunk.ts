import type { Frame } from 'node-av/lib';
import { framesToSeconds, timescaleOf } from '../domain/frame-rate.ts';
import type { Rung } from '../domain/ladder.ts';
import type { FrameRange, Rotation, TranscodePlan } from '../domain/plan.ts';
import { runGraph, videoInput } from './graph.ts';
import { type NodeAv, present } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { closeSource, decode, openSource, seekBefore } from './source.ts';
import { openWriter, type Writer, type WriterOptions } from './writer.ts';

/** The decoder delivers pixels as stored; players would rotate by metadata, which we drop. */
const TURN: Record<Rotation, string> = {
  0: '',
  90: 'transpose=clock,',
  180: 'hflip,vflip,',
  270: 'transpose=cclock,',
};

/** HLG or PQ to BT.709, through linear light. */
const TONE_MAP =
  'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,' +
  'zscale=t=bt709:m=bt709:r=tv,format=yuv420p,';

/**
 * Fragments whose times depend on the frame number alone: no edit list, decode times kept as they are (the first
 * of a lecture may be negative), so that a chunk's segments continue the previous chunk's.
 */
const FRAGMENTS = {
  avoid_negative_ts: 'disabled',
  use_editlist: 0,
  movflags: '+frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets+frag_discont+skip_trailer',
};

/** The filters, each with a trailing comma, that make stored pixels upright and fit for a normal screen. */
export const turnFor = (plan: TranscodePlan) => TURN[plan.rotation] + (plan.toneMap ? TONE_MAP : '');

const fixed = (seconds: number) => seconds.toFixed(6);

/**
 * How much of the end may be made up by holding the last frame, in seconds: an index and a decoder can disagree
 * about the last few frames. A source that breaks off any earlier comes out short, and that is noticed.
 */
const MAX_TAIL_SECONDS = 0.5;

/** Each rung is scaled from the one above it: less work than from the source, and no visible loss. */
function cascade(rungs: readonly Rung[]): string {
  return rungs
    .map((rung, i) => {
      const scale = `[s${i}]scale=${rung.width}:${rung.height}:flags=bicubic,setsar=1,format=yuv420p`;
      const isLast = i === rungs.length - 1;
      return isLast
        ? `${scale}[o${i}];[o${i}]buffersink@out${i}`
        : `${scale},split[o${i}][s${i + 1}];[o${i}]buffersink@out${i}`;
    })
    .join(';');
}

/**
 * From the source's own frames to exactly the frames of a range, at every size. `fps` places frames on the
 * lecture's clock whatever the source's rhythm; `trim` ends the graph, so a gap across the end stays right.
 */
export function chunkGraph(plan: TranscodePlan, { start, end }: FrameRange, input: string): string {
  const { numerator, denominator } = plan.fps;
  const quarter = framesToSeconds(0.25, plan.fps);
  const from = framesToSeconds(start, plan.fps);
  const to = framesToSeconds(end, plan.fps);
  return (
    `${input}[in];[in]setpts=PTS-${fixed(plan.t0 / 1e6)}/TB,` +
    `fps=fps=${numerator}/${denominator}:start_time=${fixed(from)}:round=near,` +
    `tpad=stop_mode=clone:stop_duration=${MAX_TAIL_SECONDS},` +
    `trim=start=${fixed(from - quarter)}:end=${fixed(to - quarter)},` +
    `${turnFor(plan)}null[s0];${cascade(plan.rungs)}`
  );
}

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
      encoder.pixelFormat = av.constants.AV_PIX_FMT_YUV420P;
      encoder.timeBase = new av.lib.Rational(denominator, numerator);
      encoder.framerate = new av.lib.Rational(numerator, denominator);
      encoder.sampleAspectRatio = new av.lib.Rational(1, 1);
      encoder.colorSpace = colours.colorSpace;
      encoder.colorPrimaries = colours.colorPrimaries;
      encoder.colorTrc = colours.colorTrc;
      encoder.colorRange = colours.colorRange;
      encoder.setFlags(av.constants.AV_CODEC_FLAG_CLOSED_GOP);
    },
    encoderOptions: {
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
    },
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
  if (range.start > 0) seekBefore(av, source, framesToSeconds(range.start, plan.fps) + plan.t0 / 1e6);
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
    (first) => chunkGraph(plan, range, videoInput(av, source, first)),
    (frame, index) => writerFor(index, frame).write(frame),
  );
  if (writers.length === 0) throw new Error('no frames in range');
  for (const writer of writers) writer.finish();
  closeSource(source);
}
