import { writeFileSync } from 'node:fs';
import { audioInput, runGraph } from './graph.ts';
import type { NodeAv } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { closeSource, decode, openSource } from './source.ts';

const SAMPLE_RATE = 48_000;
/** Twenty peaks a second: finer than a finger can place the start of a caption. */
const SAMPLES_PER_PEAK = 2400;
const SAMPLE_BYTES = 2;
const PEAK_BYTES = SAMPLES_PER_PEAK * SAMPLE_BYTES;

/** The filter that makes any sound into samples that peaks can be read from: 16 bits, one channel. */
export const AS_SAMPLES = 'aformat=sample_fmts=s16:channel_layouts=mono';

/** How loud a recording is over its time. Peaks come in pairs, lowest and highest sample, −128 to 127. */
export interface Waveform {
  readonly version: 1;
  readonly sampleRate: number;
  readonly samplesPerPeak: number;
  readonly peaks: readonly number[];
}

/** The lowest and the highest of 16-bit samples, as 8-bit ones. */
function peakOf(samples: Buffer): [number, number] {
  let low = 0;
  let high = 0;
  for (let at = 0; at + 1 < samples.length; at += SAMPLE_BYTES) {
    const sample = samples.readInt16LE(at);
    if (sample < low) low = sample;
    if (sample > high) high = sample;
  }
  return [low >> 8, high >> 8];
}

/** Reads peaks from samples as they come, in stretches of any length. */
export function drawWaveform() {
  const peaks: number[] = [];
  let rest: Buffer = Buffer.alloc(0);
  return {
    take(stretch: Buffer): void {
      const samples = Buffer.concat([rest, stretch]);
      let at = 0;
      for (; at + PEAK_BYTES <= samples.length; at += PEAK_BYTES)
        peaks.push(...peakOf(samples.subarray(at, at + PEAK_BYTES)));
      rest = samples.subarray(at);
    },
    /** The whole waveform as JSON, once all samples were taken. */
    finish(): string {
      if (rest.length > 0) peaks.push(...peakOf(rest));
      const waveform: Waveform = {
        version: 1,
        sampleRate: SAMPLE_RATE,
        samplesPerPeak: SAMPLES_PER_PEAK,
        peaks,
      };
      return JSON.stringify(waveform);
    },
  };
}

/** Writes the waveform of a sound rendition of ours as JSON. */
export function makeWaveform(av: NodeAv, segments: SourceBytes, outPath: string): void {
  const source = openSource(av, segments, 'isobmff', 'audio');
  const waveform = drawWaveform();
  runGraph(
    av,
    decode(av, source),
    (first) => `${audioInput(av, source, first)}[in];[in]${AS_SAMPLES}[out];[out]abuffersink@out0`,
    (frame) => waveform.take(frame.toBuffer()),
  );
  closeSource(source);
  writeFileSync(outPath, waveform.finish());
}
