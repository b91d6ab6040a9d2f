import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { watch } from './run-child.ts';

const LIMITS = { timeoutMs: 60_000, maxRssBytes: 1e9, maxWorkMs: 300 };

/** Why a process that runs this was ended, if it was; and by what. */
async function ended(code: string) {
  const child = spawn(process.execPath, ['-e', code]);
  const guard = watch(child, LIMITS);
  const [, signal] = await once(child, 'exit');
  guard.stop();
  return { signal, verdict: guard.verdict() };
}

test('what works for longer than its work may take is ended, and what only waits is not', async () => {
  const busy = { signal: 'SIGKILL', verdict: { code: 'WORK', detail: 'over 300 ms of work' } };
  const both = await Promise.all([ended('for(;;);'), ended('setTimeout(() => {}, 1200)')]);
  expect(both).toEqual([busy, { signal: null, verdict: undefined }]);
});
