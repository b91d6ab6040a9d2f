import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { median, printTable } from './figures.ts';

/** Where infra/bundle.ts puts them. */
const FUNCTIONS_FOLDER = path.resolve(import.meta.dirname, '../../.build/functions');
const ROUNDS = 5;

/** Imports the module named on the command line and says what processor time that took, in microseconds. */
const PROBE = `
const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log(user + system);
process.exit(0);`;

/** What constructs give the functions; a handler reads its own when it is loaded. */
const ENVIRONMENT = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  TABLE_NAME: 'none',
  EVENT_BUS_NAME: 'none',
  USER_POOL_ID: 'none',
  REPORT_BUCKET: 'none',
  UPLOAD_BUCKET: 'none',
  MEDIA_BUCKET: 'none',
  WORK_QUEUE_URL: 'none',
};

/** Milliseconds of processor time for the import, in a process of its own. */
const importCost = (file: string): number => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', PROBE, file], {
    env: { ...process.env, ...ENVIRONMENT },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return Number(output.trim().split('\n').at(-1)) / 1000;
};

/** Size and cold import of every bundle, beside an empty module in the same rounds. */
export function benchFunctions(): void {
  const empty = path.join(FUNCTIONS_FOLDER, 'empty.mjs');
  fs.writeFileSync(empty, 'export {};\n');
  const files = fs.globSync('*/*/index.mjs', { cwd: FUNCTIONS_FOLDER }).sort();
  const costs = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const file of [empty, ...files]) {
      const cost = importCost(path.resolve(FUNCTIONS_FOLDER, file));
      costs.set(file, [...(costs.get(file) ?? []), cost]);
    }
  }
  fs.rmSync(empty);
  const rows = files.map((file): [string, number, number] => [
    path.dirname(file),
    Math.round(fs.statSync(path.join(FUNCTIONS_FOLDER, file)).size / 1024),
    median(costs.get(file) ?? []),
  ]);
  printTable(
    'Functions',
    ['function', 'bundle, KiB', 'cold import, CPU ms'],
    [['(empty module)', 0, median(costs.get(empty) ?? [])], ...rows],
  );
}
