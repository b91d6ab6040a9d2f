import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type ChildOptions, environment, launcher } from '../run-child.ts';
import { closeToChildren } from './close-to-children.ts';

export type ProgramOptions = Pick<ChildOptions, 'childPath' | 'nodePath' | 'onNoSandbox'>;

/**
 * Starts a program without any environment, cut off by the system: by a launcher that becomes it, so the process is the
 * program's own. Its standard error is a pipe, and its output too where that is wanted; it has no input.
 */
export function startProgram(
  path: string,
  args: readonly string[],
  { childPath, nodePath, onNoSandbox }: ProgramOptions,
  output: 'pipe' | 'ignore' = 'ignore',
): ChildProcess {
  if (process.platform !== 'linux') {
    onNoSandbox?.(`no filter for ${process.platform}`);
    return spawn(path, args, { env: {}, stdio: ['ignore', output, 'pipe'] });
  }
  const open = closeToChildren();
  if (open) onNoSandbox?.(open);
  const child = spawn(process.execPath, [...launcher('launch-program', childPath), path, ...args], {
    env: environment(nodePath),
    stdio: ['ignore', output, 'pipe', 'pipe'],
  });
  (child.stdio[3] as Readable).on('data', (reason) => onNoSandbox?.(String(reason)));
  return child;
}
