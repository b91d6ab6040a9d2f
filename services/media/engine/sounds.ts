import { readFileSync, rmSync } from 'node:fs';
import { framesToSeconds } from '../domain/frame-rate.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { SAMPLE_RATE, type SoundRendition } from '../domain/sound.ts';
import { audioInput, runGraph, soundSinks } from './graph.ts';
import { type Loudness, readLoudness } from './loudness.ts';
import type { NodeAv } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { layoutsOf, measuringGraph, PRIMING_SAMPLES, soundGraph } from './sound-graph.ts';
import { closeSource, decode, openSource } from './source.ts';
import { openWriter, type Writer, type WriterOptions } from './writer.ts';

function writerOptions(av: NodeAv, plan: TranscodePlan, sound: SoundRendition, path: string): WriterOptions {
  let segment = 1;
  const cutAt = () => framesToSeconds(segment * plan.segmentFrames, plan.fps) * SAMPLE_RATE;
  return {
    path,
    codec: 'aac',
    timescale: SAMPLE_RATE,
    configure: (encoder) => {
      encoder.sampleRate = SAMPLE_RATE;
      encoder.sampleFormat = av.constants.AV_SAMPLE_FMT_FLTP;
      encoder.channelLayout = av.lib.avChannelLayoutDefault(sound.channels);
      encoder.timeBase = new av.lib.Rational(1, SAMPLE_RATE);
    },
    encoderOptions: { b: sound.kbps * 1000 },
    muxerOptions: {
      avoid_negative_ts: 'disabled',
      use_editlist: 0,
      movflags: '+frag_custom+empty_moov+default_base_moof+skip_trailer',
    },
    // Cutting by the running total keeps every cut within one AAC frame of the picture's; a fixed length drifts.
    beforePacket: (packet) => {
      packet.pts += BigInt(PRIMING_SAMPLES);
      packet.dts += BigInt(PRIMING_SAMPLES);
      if (Number(packet.pts) < cutAt()) return false;
      segment += 1;
      return true;
    },
  };
}

type Sink = Parameters<typeof runGraph>[3];

/** Sends the whole sound of a source through a graph from `[in]` to as many outputs as there are sinks. */
function pass(av: NodeAv, bytes: SourceBytes, plan: TranscodePlan, graph: string, sinks: number, sink: Sink) {
  const source = openSource(av, bytes, plan.container, 'audio');
  const describe = (first: Parameters<Sink>[0]) =>
    `${audioInput(av, source, first)}[in];${graph};${soundSinks(sinks)}`;
  runGraph(av, decode(av, source), describe, sink);
  closeSource(source);
}

function measure(av: NodeAv, bytes: SourceBytes, plan: TranscodePlan, statsFile: string) {
  const measured = new Map<SoundRendition['channels'], Loudness>();
  for (const channels of layoutsOf(plan)) {
    pass(av, bytes, plan, measuringGraph(plan, channels, statsFile), 1, () => undefined);
    measured.set(channels, readLoudness(readFileSync(statsFile, 'utf8')));
    rmSync(statsFile);
  }
  return measured;
}

/** Encodes the whole lecture's sound at every rendition into one fragmented MP4 each, a fragment per segment. */
export function encodeSounds(
  av: NodeAv,
  bytes: SourceBytes,
  plan: TranscodePlan,
  outPaths: readonly string[],
): void {
  const measured = measure(av, bytes, plan, `${outPaths[0]}.loudness`);
  const writers = plan.sounds.map(
    (sound, i): Writer => openWriter(av, writerOptions(av, plan, sound, outPaths[i] ?? '')),
  );
  pass(av, bytes, plan, soundGraph(plan, measured), writers.length, (frame, index) =>
    writers[index]?.write(frame),
  );
  for (const writer of writers) writer.finish();
}
