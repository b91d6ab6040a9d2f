import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleFunctions } from '../../infra/bundle.ts';
import { loadNodeAv } from '../../services/media/engine/node-av.ts';
import { printTable } from './figures.ts';
import { makeFootage } from './media-clips.ts';
import { benchCost } from './media-cost.ts';
import { encodingGroups, type Group, type Line } from './media-encode.ts';
import { benchChaos, benchExactness, benchSprite } from './media-exactness.ts';
import { benchIntake } from './media-intake.ts';
import { benchPlayback } from './media-playback.ts';
import { program as programAt } from './media-program.ts';
import { benchSound } from './media-sound.ts';
import { benchUploads } from './media-uploads.ts';

/**
 * `npm run bench:media`, or some of it: `npm run bench:media -- M4 M9 --seconds 26 --rounds 3`. M1 to M11 as
 * docs/benchmarks.md names them; what is compared with a program needs FFMPEG_PATH. `sound` says how fast the sound of
 * a large recording is made, `cost` simulates long lectures, `uploads` settles a thousand (or `--uploads 60`) under
 * faults.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '17' },
    rounds: { type: 'string', default: '3' },
    uploads: { type: 'string', default: '1000' },
  },
});
const { FFMPEG_PATH } = process.env;
const MEASURED_ON_FOOTAGE = ['M1', 'M2', 'M3', 'M4', 'M6', 'M7', 'M8', 'M9', 'M10', 'sound'];
const program = FFMPEG_PATH ? programAt(FFMPEG_PATH) : undefined;
await bundleFunctions();
const av = await loadNodeAv();
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus().length} cores (${os.cpus()[0]?.model}), ` +
    `recordings of ${seconds} s, medians of ${rounds}, load average ${os.loadavg()[0]?.toFixed(1)} at the start`,
);
if (!program)
  console.log('FFMPEG_PATH names no program: nothing to compare with for M1, M2, M3, M6, M7 and M9.');

/** Without a name everything but what has a table of its own. */
const wanted = positionals.length > 0 ? positionals : [...MEASURED_ON_FOOTAGE, 'M5', 'M11'];
const isWanted = (ids: readonly string[]) => ids.some((id) => wanted.includes(id));

/** Runs the wanted ones; each line is told at once, so that a fault in the last does not lose the first. */
async function measure(groups: readonly Group[]): Promise<Line[]> {
  const measured: Line[] = [];
  for (const [ids, run] of groups) {
    if (!isWanted(ids)) continue;
    console.error(`${ids.join(' and ')} …`);
    const lines = await run();
    for (const line of lines) console.error(`  ${line.join(' | ')}`);
    measured.push(...lines);
  }
  return measured;
}

/** What is measured on recordings that are made first. */
async function benchFootage(): Promise<Line[]> {
  using footage = await makeFootage(av, seconds);
  const groups: Group[] = [
    ...encodingGroups(footage, program, rounds),
    [['M4'], async () => benchExactness(av, footage)],
    [['M8'], async () => benchIntake(av, footage)],
    [['sound'], () => benchSound(av, footage)],
    ...(program ? [[['M7'], () => benchSprite(av, footage, program)] satisfies Group] : []),
  ];
  const measured = await measure(groups);
  if (isWanted(['cost'])) await benchCost(av, footage);
  return measured;
}

const lines: Line[] = [];
if (isWanted(['cost', ...MEASURED_ON_FOOTAGE])) lines.push(...(await benchFootage()));
lines.push(
  ...(await measure([
    [['M5'], benchChaos],
    [['M11'], async () => inFolder(benchPlayback)],
  ])),
);
if (lines.length > 0) printTable('Media', ['id', 'what', 'measured', 'required'], lines.toSorted(byNumber));
if (isWanted(['uploads'])) await benchUploads(Number(values.uploads));

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'media-bench-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function byNumber(a: Line, b: Line): number {
  const order = ([id]: Line) => Number(id.slice(1)) || 99;
  return order(a) - order(b);
}
