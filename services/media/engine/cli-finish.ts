import { writeFile } from 'node:fs/promises';
import { inputOf, NOTHING_ELSE, QUIET } from './cli-arguments.ts';
import type { EngineOutcome } from './run-child.ts';
import { type CliOptions, runCli } from './run-cli.ts';
import type { Still } from './stills.ts';
import { AS_SAMPLES, drawWaveform } from './waveform.ts';

/** The arguments that make one picture of the key frames of segments of ours. */
export const stillArguments = ({ filters, quantiser }: Still, sourcePath: string, outPath: string) => [
  ...[...QUIET, '-skip_frame', 'nokey', ...inputOf('isobmff', sourcePath)],
  ...['-filter_complex_threads', '1', '-filter_complex', `[0:v:0]${filters}[o0]`, '-map', '[o0]'],
  ...['-frames:v', '1', '-c:v', 'mjpeg', '-qmin', String(quantiser), '-qmax', String(quantiser)],
  ...['-threads', '1', '-flags', '+bitexact', ...NOTHING_ELSE, '-f', 'mjpeg', `file:${outPath}`],
];

/** The arguments that print the samples of a sound rendition of ours. */
export const samplesArguments = (sourcePath: string) => [
  ...[...QUIET, ...inputOf('isobmff', sourcePath)],
  ...['-filter_complex', `[0:a:0]${AS_SAMPLES}[o0]`, '-map', '[o0]', '-c:a', 'pcm_s16le'],
  ...[...NOTHING_ELSE, '-f', 's16le', 'pipe:1'],
];

/** Writes the waveform of a sound rendition of ours as JSON. */
export async function makeWaveformByCli(
  sourcePath: string,
  outPath: string,
  options: CliOptions,
): Promise<EngineOutcome<unknown>> {
  const waveform = drawWaveform();
  const outcome = await runCli(samplesArguments(sourcePath), options, waveform.take);
  if (outcome.ok) await writeFile(outPath, waveform.finish());
  return outcome;
}
