import { readFileSync, writeFileSync } from 'node:fs';
import type { Reply } from './job.ts';
import type { SandboxRefusal } from './sandbox/sandbox.ts';

/**
 * How the child is given its job, on its input, and where it answers: lines of JSON through a plain pipe. Node's own
 * channel between processes would do both, but one line on it that is no JSON brings the parent down.
 */
export const REPLY_PIPE = 3;

const INPUT = 0;

/** In the child: its one job. */
export const takeJob = <T>(): T => JSON.parse(readFileSync(INPUT, 'utf8'));

/** In the child: has its parent know, before the next thing happens. */
export const say = (line: Reply | SandboxRefusal): void =>
  writeFileSync(REPLY_PIPE, `${JSON.stringify(line)}\n`);
