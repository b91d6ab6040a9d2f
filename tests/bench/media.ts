import os from 'node:os';
import { parseArgs } from 'node:util';
import { loadNodeAv } from '../../services/media/engine/node-av.ts';
import { printTable } from './figures.ts';
import { makeFootage } from './media-clips.ts';
import { benchCost } from './media-cost.ts';
import { encodingGroups, type Group, type Line } from './media-encode.ts';
import { benchChaos, benchExactness, benchSprite } from './media-exactness.ts';
import { benchIntake } from './media-intake.ts';
import { program as programAt } from './media-program.ts';
import { benchUploads } from './media-uploads.ts';

/**
 * `npm run bench:media`, or some of it: `npm run bench:media -- M4 M9 --seconds 26 --rounds 3`. M1 to M10 as
 * docs/benchmarks.md names them; what is compared with a program needs FFMPEG_PATH. `cost` simulates long lectures,
 * `uploads` settles a thousand (or `--uploads 60`) under faults.
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
const program = FFMPEG_PATH ? programAt(FFMPEG_PATH) : undefined;
const av = await loadNodeAv();
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus().length} cores (${os.cpus()[0]?.model}), ` +
    `recordings of ${seconds} s, medians of ${rounds}, load average ${os.loadavg()[0]?.toFixed(1)} at the start`,
);
if (!program)
  console.log('FFMPEG_PATH names no program: nothing to compare with for M1, M2, M3, M6, M7 and M9.');

using footage = await makeFootage(av, seconds);
const groups: Group[] = [
  ...encodingGroups(footage, program, rounds),
  [['M4'], async () => benchExactness(av, footage)],
  [['M8'], async () => benchIntake(av, footage)],
  [['M5'], benchChaos],
  ...(program ? [[['M7'], () => benchSprite(av, footage, program)] satisfies Group] : []),
];
const isWanted = (ids: readonly string[]) =>
  positionals.length === 0 || ids.some((id) => positionals.includes(id));
const lines: Line[] = [];
for (const [ids, run] of groups) {
  if (!isWanted(ids)) continue;
  console.error(`${ids.join(' and ')} …`);
  lines.push(...(await run()));
}
if (lines.length > 0) printTable('Media', ['id', 'what', 'measured', 'required'], lines.toSorted(byNumber));
if (isWanted(['cost'])) await benchCost(footage);
if (isWanted(['uploads'])) await benchUploads(Number(values.uploads));

function byNumber([a]: Line, [b]: Line): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}
