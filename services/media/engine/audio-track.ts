import { framesToSeconds } from '../domain/frame-rate.ts';
import { SEGMENT_SECONDS, type TranscodePlan } from '../domain/plan.ts';
import { audioInput, runGraph } from './graph.ts';
import type { NodeAv } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { closeSource, decode, openSource } from './source.ts';
import { openWriter, type WriterOptions } from './writer.ts';

/** Samples per second of every audio rendition. */
export const SAMPLE_RATE = 48_000;
const FRAME_SAMPLES = 1024;
/** What the AAC encoder puts before the first sample. */
const PRIMING_SAMPLES = 1024;
const BITS_PER_SECOND = 64_000;

/**
 * Sound starts with the encoder's priming in place of the first 21 ms, so that it lines up with the picture in
 * every player, also those that ignore edit lists; and it is as long as the picture.
 */
function audioGraph(plan: TranscodePlan, input: string): string {
  const samples = Math.round(framesToSeconds(plan.frames, plan.fps) * SAMPLE_RATE) - PRIMING_SAMPLES;
  return (
    `${input}[in];[in]asetpts=PTS-${(plan.t0 / 1e6).toFixed(6)}/TB,` +
    `aresample=${SAMPLE_RATE}:async=1000:first_pts=0,` +
    `aformat=sample_fmts=fltp:channel_layouts=mono,atrim=start_sample=${PRIMING_SAMPLES},` +
    `asetpts=PTS-STARTPTS,apad,atrim=end_sample=${Math.max(1, samples)},` +
    `asetnsamples=n=${FRAME_SAMPLES}:p=0[out];[out]abuffersink@out0`
  );
}

function writerOptions(av: NodeAv, path: string): WriterOptions {
  let cutAt = BigInt(SEGMENT_SECONDS * SAMPLE_RATE);
  return {
    path,
    codec: 'aac',
    timescale: SAMPLE_RATE,
    configure: (encoder) => {
      encoder.sampleRate = SAMPLE_RATE;
      encoder.sampleFormat = av.constants.AV_SAMPLE_FMT_FLTP;
      encoder.channelLayout = av.lib.avChannelLayoutDefault(1);
      encoder.timeBase = new av.lib.Rational(1, SAMPLE_RATE);
    },
    encoderOptions: { b: BITS_PER_SECOND },
    muxerOptions: {
      avoid_negative_ts: 'disabled',
      use_editlist: 0,
      movflags: '+frag_custom+empty_moov+default_base_moof+skip_trailer',
    },
    // Cutting by the running total keeps every cut within one AAC frame of the picture's; a fixed length drifts.
    beforePacket: (packet) => {
      packet.pts += BigInt(PRIMING_SAMPLES);
      packet.dts += BigInt(PRIMING_SAMPLES);
      if (packet.pts < cutAt) return false;
      cutAt += BigInt(SEGMENT_SECONDS * SAMPLE_RATE);
      return true;
    },
  };
}

/** Encodes the whole lecture's sound (mono AAC) into one fragmented MP4, a fragment per segment. */
export function encodeAudioTrack(av: NodeAv, bytes: SourceBytes, plan: TranscodePlan, outPath: string): void {
  const source = openSource(av, bytes, plan.container, 'audio');
  const writer = openWriter(av, writerOptions(av, outPath));
  runGraph(
    av,
    decode(av, source),
    (first) => audioGraph(plan, audioInput(av, source, first)),
    (frame) => writer.write(frame),
  );
  writer.finish();
  closeSource(source);
}
