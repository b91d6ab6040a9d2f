import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TranscodePlan } from '../domain/plan.ts';
import { measuringArguments, SOUND_INIT, soundArguments } from './cli-arguments.ts';
import type { Job } from './job.ts';
import { readLoudness } from './loudness.ts';
import type { EngineOutcome } from './run-child.ts';
import { type CliOptions, runCli } from './run-cli.ts';
import { type Channels, layoutsOf } from './sound-graph.ts';

async function measure(plan: TranscodePlan, sourcePath: string, folder: string, options: CliOptions) {
  const fileOf = (channels: Channels) => join(folder, `loudness-${channels}`);
  const outcome = await runCli(measuringArguments(plan, sourcePath, fileOf), options);
  if (!outcome.ok) return outcome;
  const measured = new Map<Channels, number>();
  for (const channels of layoutsOf(plan))
    measured.set(channels, readLoudness(await readFile(fileOf(channels), 'utf8')));
  return { ok: true, value: measured } as const;
}

/** The file a player would have after fetching all: beginning and segments in order. */
async function joinSegments(folder: string, outPath: string): Promise<void> {
  const segments = (await readdir(folder)).filter((name) => name.endsWith('.m4s')).sort();
  const parts = [SOUND_INIT, ...segments].map((name) => readFile(join(folder, name)));
  await writeFile(outPath, Buffer.concat(await Promise.all(parts)));
}

/** Measures and encodes the whole sound by the program, through files in a folder of the job's own. */
export async function encodeSoundsByCli(
  { plan, outPaths }: Extract<Job, { type: 'audio' }>,
  sourcePath: string,
  folder: string,
  options: CliOptions,
): Promise<EngineOutcome<unknown>> {
  const measured = await measure(plan, sourcePath, folder, options);
  if (!measured.ok) return measured;
  const folders = plan.sounds.map(({ name }) => join(folder, name));
  for (const each of folders) await mkdir(each);
  const encoded = await runCli(soundArguments(plan, measured.value, sourcePath, folders), options);
  if (!encoded.ok) return encoded;
  for (const [i, each] of folders.entries()) await joinSegments(each, outPaths[i] ?? '');
  return encoded;
}
