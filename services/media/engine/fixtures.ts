import { readFileSync, writeFileSync } from 'node:fs';
import {
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_FRAME_DURATION,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PICTURE_TYPE_NONE,
  AV_PIX_FMT_YUV420P,
  AV_PKT_DATA_DISPLAYMATRIX,
  AVFMT_FLAG_BITEXACT,
} from 'node-av/constants';
import type { CodecContext, FilterContext, FormatContext, Frame, Packet } from 'node-av/lib';
import {
  describeHlg,
  HLG_GRAPH,
  PICTURE_ENCODERS,
  type PictureEncoder,
  SOUND_ENCODERS,
  type SoundEncoder,
} from './clip-codecs.ts';
import { drain, openGraph, sinksOf } from './graph.ts';
import { checked, type NodeAv, present, setOptions } from './node-av.ts';

/** A synthetic recording. Graph texts use libav's own pattern and tone generators; times are in seconds. */
export interface ClipOptions {
  readonly path: string;
  /** A video graph ending in an unlabelled output, for example `testsrc2=s=640x360:r=25:d=6`. */
  readonly picture: string;
  readonly sound?: string;
  /** Of the sound; one unless told otherwise. */
  readonly channels?: 1 | 2;
  readonly width: number;
  readonly height: number;
  readonly crf?: number;
  readonly rotation?: 0 | 90 | 180 | 270;
  readonly codec?: PictureEncoder;
  readonly soundCodec?: SoundEncoder;
  /** Filmed with a high dynamic range, by the hybrid log curve. */
  readonly isHlg?: boolean;
  readonly container?: 'mp4' | 'matroska' | 'webm';
  /** What a camera notes of itself and of the place, by libav's names. `timecode` becomes a track of its own. */
  readonly noted?: Readonly<Record<string, string>>;
  /** The four letters by which MP4 names the codec of the picture, where there are several. */
  readonly tag?: string;
}

/** Video frames are timed in milliseconds times 12.8 (the tick MP4 files from phones use), so any rhythm fits. */
const VIDEO_TICKS = 12_800;
/** Some encoders take the clock for the rate of pictures. */
const ticksOf = ({ codec }: ClipOptions) =>
  codec === 'libsvtav1' || codec === 'mpeg2video' ? 25 : VIDEO_TICKS;
const SAMPLE_RATE = 48_000;

interface Track {
  readonly encoder: CodecContext;
  readonly index: number;
}

/** A 3×3 display matrix turning the stored picture clockwise, as ISO 14496-12 stores it. */
function displayMatrix(degrees: number): Buffer {
  const unit = 0x10000;
  const [a, b] = { 0: [unit, 0], 90: [0, unit], 180: [-unit, 0], 270: [0, -unit] }[degrees] ?? [unit, 0];
  const matrix = Buffer.alloc(36);
  [a, b, 0, -(b ?? 0), a, 0, 0, 0, 0x40000000].forEach((value, i) => {
    matrix.writeInt32LE(value ?? 0, i * 4);
  });
  return matrix;
}

function openVideo(av: NodeAv, options: ClipOptions): CodecContext {
  const name = options.codec ?? 'libx264';
  const codec = present(av.lib.Codec.findEncoderByName(name as never), name);
  const encoder = new av.lib.CodecContext();
  encoder.allocContext3(codec);
  encoder.width = options.width;
  encoder.height = options.height;
  encoder.pixelFormat = AV_PIX_FMT_YUV420P;
  if (options.isHlg) describeHlg(encoder);
  encoder.timeBase = new av.lib.Rational(1, ticksOf(options));
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT, AV_CODEC_FLAG_FRAME_DURATION);
  const { crf } = options;
  setOptions(av, encoder, { threads: 1, ...PICTURE_ENCODERS[name], ...(crf && { crf }) });
  checked(av, encoder.open2Sync(codec), `open ${name}`);
  return encoder;
}

function openAudio(av: NodeAv, { soundCodec: name = 'aac', channels = 1 }: ClipOptions): CodecContext {
  const codec = present(av.lib.Codec.findEncoderByName(name as never), name);
  const encoder = new av.lib.CodecContext();
  encoder.allocContext3(codec);
  encoder.sampleRate = SAMPLE_RATE;
  encoder.sampleFormat = av.lib.avGetSampleFmtFromName(SOUND_ENCODERS[name]);
  encoder.channelLayout = av.lib.avChannelLayoutDefault(channels);
  encoder.timeBase = new av.lib.Rational(1, SAMPLE_RATE);
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  setOptions(av, encoder, { b: 48_000 });
  checked(av, encoder.open2Sync(codec), `open ${name}`);
  return encoder;
}

function addTrack(
  av: NodeAv,
  muxer: FormatContext,
  encoder: CodecContext,
  { rotation, tag, noted }: Partial<ClipOptions> = {},
): Track {
  const stream = muxer.newStream(null);
  checked(av, stream.codecpar.fromContext(encoder), 'describe track');
  stream.timeBase = encoder.timeBase;
  // A clock counts frames.
  if (noted) stream.avgFrameRate = new av.lib.Rational(25, 1);
  if (tag) stream.codecpar.codecTag = tag;
  if (rotation) {
    stream.codecpar.addCodedSideData(AV_PKT_DATA_DISPLAYMATRIX, displayMatrix(rotation));
  }
  return { encoder, index: stream.index };
}

function encodeInto(av: NodeAv, muxer: FormatContext, track: Track, packet: Packet, frame: Frame | null) {
  if (frame) frame.pictType = AV_PICTURE_TYPE_NONE;
  checked(av, track.encoder.sendFrameSync(frame), 'encode');
  const timeBase = present(muxer.streams[track.index], 'track').timeBase;
  while (track.encoder.receivePacketSync(packet) >= 0) {
    packet.rescaleTs(track.encoder.timeBase, timeBase);
    packet.streamIndex = track.index;
    checked(av, muxer.interleavedWriteFrameSync(packet), 'write');
  }
}

function graphText(options: ClipOptions, samples: number): string {
  const { picture, sound, soundCodec = 'aac', channels, isHlg } = options;
  const pixels = isHlg ? `format=yuv420p10le,${HLG_GRAPH}` : 'format=yuv420p';
  const video = `${picture},settb=1/${ticksOf(options)},${pixels}[v];[v]buffersink@out0`;
  const shape = `sample_fmts=${SOUND_ENCODERS[soundCodec]}:channel_layouts=${channels === 2 ? 'stereo' : 'mono'}`;
  const audio = `${sound},aresample=${SAMPLE_RATE},aformat=${shape},asetnsamples=n=${samples}:p=0`;
  return sound ? `${video};${audio}[a];[a]abuffersink@out1` : video;
}

/** Pulls every sink a frame at a time, in step, so that the tracks end up interleaved. */
function pump(av: NodeAv, sinks: readonly FilterContext[], take: (frame: Frame, index: number) => void) {
  using frame = new av.lib.Frame();
  frame.alloc();
  drain(av, sinks, frame, take);
}

/** Writes a clip, an MP4 with its index in front unless told otherwise; sound becomes AAC unless told otherwise. */
export function makeClip(av: NodeAv, options: ClipOptions): void {
  const muxer = new av.lib.FormatContext();
  checked(
    av,
    muxer.allocOutputContext2(null, options.container ?? 'mp4', `file:${options.path}`),
    'create clip',
  );
  const tracks = [addTrack(av, muxer, openVideo(av, options), options)];
  if (options.sound) tracks.push(addTrack(av, muxer, openAudio(av, options)));
  muxer.setFlags(AVFMT_FLAG_BITEXACT);
  if (options.noted) muxer.metadata = av.lib.Dictionary.fromObject(options.noted);
  checked(av, muxer.openOutputSync(), 'open clip');
  const dictionary = av.lib.Dictionary.fromObject({
    movflags: options.noted ? '+faststart+use_metadata_tags' : '+faststart',
    video_track_timescale: VIDEO_TICKS,
  });
  checked(av, muxer.writeHeaderSync(dictionary), 'write header');
  using packet = new av.lib.Packet();
  packet.alloc();
  const graph = openGraph(av, graphText(options, tracks[1]?.encoder.frameSize ?? 0));
  pump(av, sinksOf(graph), (frame, index) =>
    encodeInto(av, muxer, present(tracks[index], 'track'), packet, frame),
  );
  for (const track of tracks) encodeInto(av, muxer, track, packet, null);
  checked(av, muxer.writeTrailerSync(), 'write trailer');
  muxer.closeOutputSync();
  muxer.freeContext();
  graph.free();
  for (const { encoder } of tracks) encoder.freeContext();
}

/** Copies the first part of a file, as an upload that broke off would. */
export function truncateClip(from: string, to: string, share: number): void {
  const whole = readFileSync(from);
  writeFileSync(to, whole.subarray(0, Math.floor(whole.length * share)));
}
