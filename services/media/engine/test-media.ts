import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Frame } from 'node-av/lib';
import type { TranscodePlan } from '../domain/plan.ts';
import { chunkGraph } from './chunk-graph.ts';
import { audioInput, pictureSinks, runGraph, videoInput } from './graph.ts';
import { openFile } from './input.ts';
import { measuring, readLoudness } from './loudness.ts';
import type { NodeAv } from './node-av.ts';
import type { RangeReader } from './range-reader.ts';
import { closeSource, decode, openSource, seekBefore } from './source.ts';

/** A file as the engine reads a stored object. */
export function sourceOf(path: string): RangeReader {
  const bytes = readFileSync(path);
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** Hashes of the pictures of a range as they reach each encoder, with their place on the lecture's clock. */
export function framesOf(
  av: NodeAv,
  path: string,
  plan: TranscodePlan,
  start: number,
  end: number,
): string[] {
  const source = openSource(av, openFile(path), plan.container, 'video');
  if (start > 0) seekBefore(source, (start * plan.fps.denominator) / plan.fps.numerator + plan.t0 / 1e6);
  const hashes: string[] = [];
  runGraph(
    av,
    decode(av, source),
    (first) =>
      `${videoInput(av, source, first)}[in];${chunkGraph(plan, { start, end })};${pictureSinks(plan.rungs.length)}`,
    (frame, index) => hashes.push(`${index} ${frame.pts} ${hashOf(frame)}`),
  );
  closeSource(source);
  return hashes;
}

const hashOf = (frame: Frame) => createHash('md5').update(frame.toBuffer()).digest('hex');

/** Decodes every picture of an MP4: its time in ticks, size, transfer curve, and its corners' brightness (0–255), row by row. */
export function picturesOf(av: NodeAv, path: string) {
  const source = openSource(av, openFile(path), 'isobmff', 'video');
  const pictures = [];
  for (const frame of decode(av, source)) {
    const { width, height, colorTrc: transfer } = frame;
    const luma = frame.toBuffer().subarray(0, width * height);
    const corners = [4, height - 5].flatMap((y) => [4, width - 5].map((x) => luma[y * width + x] ?? 0));
    pictures.push({ pts: Number(frame.pts), width, height, transfer, corners });
  }
  closeSource(source);
  return pictures;
}

/** Decodes the sound of an MP4 to mono samples at 48 kHz. */
export function samplesOf(av: NodeAv, path: string): Float32Array {
  const source = openSource(av, openFile(path), 'isobmff', 'audio');
  const parts: Buffer[] = [];
  runGraph(
    av,
    decode(av, source),
    (first) => `${audioInput(av, source, first)}[in];[in]aformat=sample_fmts=flt[out];[out]abuffersink@out0`,
    (frame) => parts.push(Buffer.from(frame.toBuffer())),
  );
  closeSource(source);
  const bytes = Buffer.concat(parts);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** The integrated loudness of the sound of an MP4, in LUFS. */
export function loudnessOf(av: NodeAv, path: string): number {
  const source = openSource(av, openFile(path), 'isobmff', 'audio');
  const file = `${path}.loudness`;
  runGraph(
    av,
    decode(av, source),
    (first) => `${audioInput(av, source, first)}[in];[in]${measuring(file)}[out];[out]abuffersink@out0`,
    () => undefined,
  );
  closeSource(source);
  return readLoudness(readFileSync(file, 'utf8'));
}
