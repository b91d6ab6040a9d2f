import { drain, openGraph, sinksOf } from './graph.ts';
import type { NodeAv } from './node-av.ts';
import { openWriter } from './writer.ts';

const SAMPLE_RATE = 48_000;

/** What people record sound as: the muxer, the encoder, and the samples that one takes at a time. */
const RECORDED = {
  m4a: { format: 'ipod', codec: 'aac', sample: 'fltp', frame: 1024 },
  mp3: { format: 'mp3', codec: 'libmp3lame', sample: 'fltp', frame: 1152 },
  ogg: { format: 'ogg', codec: 'libopus', sample: 'flt', frame: 960 },
  wav: { format: 'wav', codec: 'pcm_s16le', sample: 's16', frame: 1024 },
  flac: { format: 'flac', codec: 'flac', sample: 's16', frame: 4608 },
} as const;
export type Recorded = keyof typeof RECORDED;

/** Writes a sound recording in one channel. `sound` is a graph text of libav's own generators, at 48 kHz. */
export function makeSound(av: NodeAv, kind: Recorded, sound: string, path: string): void {
  const { format, codec, sample, frame: samples } = RECORDED[kind];
  const writer = openWriter(av, {
    ...{ path, format, codec, timescale: SAMPLE_RATE, encoderOptions: {}, muxerOptions: {} },
    configure: (encoder) => {
      encoder.sampleRate = SAMPLE_RATE;
      encoder.sampleFormat = av.lib.avGetSampleFmtFromName(sample);
      encoder.channelLayout = av.lib.avChannelLayoutDefault(1);
      encoder.timeBase = new av.lib.Rational(1, SAMPLE_RATE);
    },
  });
  using frame = new av.lib.Frame();
  frame.alloc();
  const shaped = `aformat=sample_fmts=${sample}:channel_layouts=mono,asetnsamples=n=${samples}:p=0`;
  const graph = openGraph(av, `${sound},${shaped}[a];[a]abuffersink@out0`);
  drain(av, sinksOf(graph), frame, (next) => writer.write(next));
  writer.finish();
  graph.free();
}
