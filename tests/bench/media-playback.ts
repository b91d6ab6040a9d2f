import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Line } from './media-encode.ts';

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
/** The player's tests that look at what was buffered and at every trouble, at each size and over changes of size. */
const PLAYED = ['--project', 'browser', 'tests/browser/player.test.ts', '-t', 'plays to its end'];

/** M11: a recording in Chromium, by the player's own tests. */
export function benchPlayback(): Line[] {
  const { stdout } = spawnSync(process.execPath, [vitest, 'run', ...PLAYED, '--reporter=json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { numPassedTests, numFailedTests } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const of = numPassedTests + numFailedTests;
  return [['M11', `plays of ${of} with a gap, two pieces or an error`, numFailedTests, '0']];
}
