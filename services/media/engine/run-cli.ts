import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { measuringArguments, SOUND_INIT, soundArguments, videoArguments } from './cli-arguments.ts';
import type { Job } from './job.ts';
import { readLoudness } from './loudness.ts';
import type { RangeReader } from './range-reader.ts';
import { type ChildLimits, type EngineOutcome, failed, watch } from './run-child.ts';
import { type ProgramOptions, startProgram } from './sandbox/start-program.ts';
import { type Channels, layoutsOf } from './sound-graph.ts';

/** The jobs the program has arguments for. */
export type CliJob = Extract<Job, { type: 'video' | 'audio' }>;

export interface CliOptions extends ChildLimits, ProgramOptions {
  readonly ffmpegPath: string;
  /** Called with the program's process id once it runs. */
  readonly onStart?: (pid: number) => void;
}

const COPY_BYTES = 8 * 1024 ** 2;
/** Of what it prints when it gives up. */
const OUTPUT_KEPT = 8000;

/** The program reads files: it gets one of its own. */
async function copySource(source: RangeReader, path: string): Promise<void> {
  await using file = await open(path, 'w');
  for (let at = 0; at < source.size; at += COPY_BYTES)
    await file.write(await source.read(at, Math.min(source.size, at + COPY_BYTES)));
}

/** Runs the program once, without any environment; what it printed, or why it gave up. Never rejects. */
function start(args: readonly string[], options: CliOptions) {
  const { ffmpegPath, onStart } = options;
  const child = startProgram(ffmpegPath, args, options);
  const guard = watch(child, options);
  let printed = '';
  child.stderr?.on('data', (text) => {
    printed = `${printed}${text}`.slice(-OUTPUT_KEPT);
  });
  if (child.pid) onStart?.(child.pid);
  return new Promise<EngineOutcome<string>>((resolve) => {
    const settle = (ending: string | number) => {
      guard.stop();
      const verdict = guard.verdict();
      if (verdict) return resolve({ ok: false, failure: verdict });
      if (ending === 0) return resolve({ ok: true, value: printed });
      resolve(failed(typeof ending === 'string' ? 'CRASHED' : 'ENGINE', `${ending} ${printed}`));
    };
    child.on('error', (error) => settle(error.message));
    child.on('close', (code, signal) => settle(signal ?? code ?? 'gone'));
  });
}

async function measure({ plan }: CliJob, sourcePath: string, options: CliOptions) {
  const fileOf = (channels: Channels) => `${sourcePath}.loudness-${channels}`;
  const outcome = await start(measuringArguments(plan, sourcePath, fileOf), options);
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

async function runSound(
  job: Extract<CliJob, { type: 'audio' }>,
  sourcePath: string,
  folder: string,
  options: CliOptions,
): Promise<EngineOutcome<unknown>> {
  const measured = await measure(job, sourcePath, options);
  if (!measured.ok) return measured;
  const folders = job.plan.sounds.map(({ name }) => join(folder, name));
  for (const each of folders) await mkdir(each);
  const encoded = await start(soundArguments(job.plan, measured.value, sourcePath, folders), options);
  if (!encoded.ok) return encoded;
  for (const [i, each] of folders.entries()) await joinSegments(each, job.outPaths[i] ?? '');
  return encoded;
}

/** Runs one job by the program, over a copy of its source. Rejects only when the source could not be read. */
export async function runCli(
  job: CliJob,
  source: RangeReader,
  options: CliOptions,
): Promise<EngineOutcome<unknown>> {
  const folder = await mkdtemp(join(dirname(job.outPaths[0] ?? ''), 'cli-'));
  try {
    const sourcePath = join(folder, 'source');
    await copySource(source, sourcePath);
    return job.type === 'video'
      ? await start(videoArguments(job, sourcePath), options)
      : await runSound(job, sourcePath, folder, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}
