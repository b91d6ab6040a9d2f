import { readFileSync, rmSync } from 'node:fs';
import { framesToSeconds } from '../domain/frame-rate.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { SAMPLE_RATE, type SoundRendition } from '../domain/sound.ts';
import { audioInput, runGraph, soundSinks } from './graph.ts';
import { openFile } from './input.ts';
import { type Loudness, readLoudness } from './loudness.ts';
import type { NodeAv } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { COPY_CONTAINER, copySound, planOfCopy } from './sound-copy.ts';
import { layoutsOf, measuringGraph, PRIMING_SAMPLES, soundGraph } from './sound-graph.ts';
import { closeSource, decode, type Opened, openSource } from './source.ts';
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

/** Where the sound is read from, and the plan by the clock it has there. */
interface Sound {
  readonly bytes: SourceBytes;
  readonly container: Opened;
  readonly plan: TranscodePlan;
}

/** Sound among pictures is copied first; what is sound alone is read as often as it takes. */
function soundOf(av: NodeAv, bytes: SourceBytes, plan: TranscodePlan, copyPath: string): Sound {
  if (plan.rungs.length === 0) return { bytes, container: plan.container, plan };
  copySound(av, bytes, plan.container, copyPath);
  return { bytes: openFile(copyPath), container: COPY_CONTAINER, plan: planOfCopy(plan) };
}

/** Sends the whole sound of a source through a graph from `[in]` to as many outputs as there are sinks. */
function pass(av: NodeAv, { bytes, container }: Sound, graph: string, sinks: number, sink: Sink) {
  const source = openSource(av, bytes, container, 'audio');
  const describe = (first: Parameters<Sink>[0]) =>
    `${audioInput(av, source, first)}[in];${graph};${soundSinks(sinks)}`;
  runGraph(av, decode(av, source), describe, sink);
  closeSource(source);
}

function measure(av: NodeAv, sound: Sound, statsFile: string) {
  const { plan } = sound;
  const measured = new Map<SoundRendition['channels'], Loudness>();
  for (const channels of layoutsOf(plan)) {
    pass(av, sound, measuringGraph(plan, channels, statsFile), 1, () => undefined);
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
  const copyPath = `${outPaths[0]}.nut`;
  const sound = soundOf(av, bytes, plan, copyPath);
  const measured = measure(av, sound, `${outPaths[0]}.loudness`);
  const writers = plan.sounds.map(
    (each, i): Writer => openWriter(av, writerOptions(av, plan, each, outPaths[i] ?? '')),
  );
  pass(av, sound, soundGraph(sound.plan, measured), writers.length, (frame, index) =>
    writers[index]?.write(frame),
  );
  for (const writer of writers) writer.finish();
  rmSync(copyPath, { force: true });
}
