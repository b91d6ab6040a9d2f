import os from 'node:os';
import { parseArgs } from 'node:util';
import { loadNodeAv } from '../../services/media/engine/node-av.ts';
import { printTable } from './figures.ts';
import { makeFootage } from './media-clips.ts';
import { benchEncoding, type Line } from './media-encode.ts';
import { benchChaos, benchExactness, benchSprite } from './media-exactness.ts';
import { program as programAt } from './media-program.ts';

/**
 * `npm run bench:media`, or with `-- --seconds 26 --rounds 3`. M1 to M7, M9 and M10 as the docs name them; what is
 * compared with a program needs FFMPEG_PATH. M8 is measured by the tests of the probe, M11 by those of the player.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '17' }, rounds: { type: 'string', default: '3' } },
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
const lines: Line[] = [
  ...(await benchEncoding(footage, program, rounds)),
  ...benchExactness(av, footage),
  ...(await benchChaos()),
  ...(program ? await benchSprite(av, footage, program) : []),
];
printTable('Media', ['id', 'what', 'measured', 'required'], lines.toSorted(byNumber));

function byNumber([a]: Line, [b]: Line): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}
