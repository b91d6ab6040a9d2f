import { readFileSync, rmSync } from 'node:fs';
import { AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import type { Frame } from 'node-av/lib';
import { framesToSeconds } from '../domain/frame-rate.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { SAMPLE_RATE, type SoundRendition } from '../domain/sound.ts';
import { audioInput, runGraph, soundSinks } from './graph.ts';
import { openFile } from './input.ts';
import { readLoudness } from './loudness.ts';
import type { NodeAv } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { COPY_CONTAINER, canBeCopied, copying, planOfCopy } from './sound-copy.ts';
import { type Channels, layoutsOf, measuringGraph, PRIMING_SAMPLES, soundGraph } from './sound-graph.ts';
import { closeSource, decode, type Opened, openSource, type Source } from './source.ts';
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
      encoder.sampleFormat = AV_SAMPLE_FMT_FLTP;
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

/** Where the sound is read from, and the plan by the clock it has there. */
interface Sound {
  readonly bytes: SourceBytes;
  readonly container: Opened;
  readonly plan: TranscodePlan;
}

/**
 * Measures the whole sound of a source in every layout, and copies it where it lies among pictures. What is sound alone,
 * or cannot be copied, is read again instead.
 */
function measure(av: NodeAv, bytes: SourceBytes, plan: TranscodePlan, scratch: string) {
  const fileOf = (channels: Channels) => `${scratch}.loudness-${channels}`;
  const copyPath = `${scratch}.nut`;
  const layouts = layoutsOf(plan);
  const source = openSource(av, bytes, plan.container, 'audio');
  const isCopied = plan.rungs.length > 0 && canBeCopied(source);
  const frames = decode(av, source, isCopied ? copying(av, source, copyPath) : undefined);
  runGraph(av, frames, describing(av, source, measuringGraph(plan, fileOf), layouts.length), () => undefined);
  closeSource(source);
  const measured = new Map(
    layouts.map((channels) => [channels, readLoudness(readFileSync(fileOf(channels), 'utf8'))]),
  );
  for (const channels of layouts) rmSync(fileOf(channels));
  const sound: Sound = isCopied
    ? { bytes: openFile(copyPath), container: COPY_CONTAINER, plan: planOfCopy(plan) }
    : { bytes, container: plan.container, plan };
  return { measured, sound, forget: () => rmSync(copyPath, { force: true }) };
}

/** A graph from `[in]` to as many outputs as there are sinks. */
const describing = (av: NodeAv, source: Source, graph: string, sinks: number) => (first: Frame) =>
  `${audioInput(av, source, first)}[in];${graph};${soundSinks(sinks)}`;

/** Encodes the whole lecture's sound at every rendition into one fragmented MP4 each, a fragment per segment. */
export function encodeSounds(
  av: NodeAv,
  bytes: SourceBytes,
  plan: TranscodePlan,
  outPaths: readonly string[],
): void {
  const { measured, sound, forget } = measure(av, bytes, plan, outPaths[0] ?? '');
  const writers = plan.sounds.map(
    (each, i): Writer => openWriter(av, writerOptions(av, plan, each, outPaths[i] ?? '')),
  );
  const source = openSource(av, sound.bytes, sound.container, 'audio');
  const graph = describing(av, source, soundGraph(sound.plan, measured), writers.length);
  runGraph(av, decode(av, source), graph, (frame, index) => writers[index]?.write(frame));
  closeSource(source);
  for (const writer of writers) writer.finish();
  forget();
}
