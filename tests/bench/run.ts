import os from 'node:os';
import { parseArgs } from 'node:util';
import prepareDemo from '../support/demo-data.ts';
import { benchFunctions } from './functions.ts';
import { benchGrading } from './grading.ts';
import { benchHandIn } from './hand-in.ts';
import { benchItemImport } from './item-import.ts';
import { benchLibrarySearch } from './library-search.ts';
import { benchPages } from './pages.ts';
import { benchRequests } from './requests.ts';
import { benchRushHour } from './rush-hour.ts';
import { benchStarts } from './starts.ts';
import { benchStore } from './store.ts';

/** `npm run bench`, or `npm run bench -- requests store` for some of them; tables in Markdown on standard output. */
const BENCHMARKS: Readonly<Record<string, () => void | Promise<void>>> = {
  requests: benchRequests,
  functions: benchFunctions,
  store: benchStore,
  starts: benchStarts,
  grading: benchGrading,
  'hand-in': benchHandIn,
  'rush-hour': benchRushHour,
  'item-import': benchItemImport,
  'library-search': benchLibrarySearch,
  pages: benchPages,
};

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !BENCHMARKS[name]);
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.`,
  );
  process.exit(2);
}
await prepareDemo();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus().length} cores (${os.cpus()[0]?.model})`,
);
console.log(
  `Load average before: ${os.loadavg()[0]?.toFixed(1)}. A figure counts only beside its baseline in the same run.`,
);
for (const [name, run] of Object.entries(BENCHMARKS))
  if (positionals.length === 0 || positionals.includes(name)) await run();
