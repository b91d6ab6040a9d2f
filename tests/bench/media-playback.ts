import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Line } from './media-encode.ts';

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
/** The player's tests that look at what was buffered and at every trouble, at each size and over changes of size. */
const PLAYED = ['--project', 'browser', 'tests/browser/player.test.ts', '-t', 'plays to its end'];

/** M11: a recording in Chromium, by the player's own tests. */
export function benchPlayback(folder: string): Line[] {
  const report = path.join(folder, 'playback.json');
  const asReport = ['--reporter=json', `--outputFile.json=${report}`];
  spawnSync(process.execPath, [vitest, 'run', ...PLAYED, ...asReport], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  const of = numPassedTests + numFailedTests;
  if (of === 0) throw new Error('nothing was played');
  return [['M11', `plays of ${of} with a gap, two pieces or an error`, numFailedTests, '0']];
}
