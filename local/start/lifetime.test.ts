import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../fixture/shop.suite.ts';

const root = path.resolve(import.meta.dirname, '../..');
const COMMAND = 'node local/bootstrap.mjs local/start/testing/wait-for-end.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Runs the command as npm does: through a shell, with npm's own process (here: another shell) above it. */
async function startUnderNpm() {
  const npm = spawn('sh', ['-c', `sh -c '${COMMAND}; true'; true`], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(npm);
  let output = '';
  npm.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const pid = await eventually(async () => /ready (\d+)/.exec(output)?.[1]);
  return { npm, pid: Number(pid), output: () => output };
}

describe('the end of npm start', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('comes within seconds of %s to npm alone', async (signal) => {
    const { npm, pid } = await startUnderNpm();
    npm.kill(signal);
    await eventually(async () => (isAlive(pid) ? undefined : true), 5000);
  });

  it('comes when only the bootstrap is killed', async () => {
    const { pid, output } = await startUnderNpm();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    process.kill(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), 'SIGKILL');
    await eventually(async () => (isAlive(pid) ? undefined : true), 5000);
    expect(output()).toContain('ended: the process that started it is gone');
  });

  it('comes by Ctrl-C, which every process of the terminal receives', async () => {
    const { pid, output } = await startUnderNpm();
    process.kill(pid, 'SIGINT');
    await eventually(async () => (isAlive(pid) ? undefined : true), 5000);
    expect(output()).toContain('ended: SIGINT');
  });
});
