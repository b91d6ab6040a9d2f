/**
 * Enters the sandbox and then becomes the program that its arguments name: same process, same limits, same output. Bundle
 * it as a file of its own (`launch-program.mjs`) beside the child's. Before that it writes to its parent why the system
 * does not cut it off, if so, and closes the pipe.
 */
import { closeSync, existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { become } from './sandbox/become.ts';
import { enterSandboxOfProgram } from './sandbox/sandbox.ts';

/** The folders that are looked through for a name without a path, where there is no PATH (execvp(3)). */
const FOLDERS = ['/bin', '/usr/bin'];
const REFUSAL_PIPE = 3;

const [, , name = '', ...args] = process.argv;
const program = name.includes('/')
  ? name
  : (FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? name);
writeSync(REFUSAL_PIPE, enterSandboxOfProgram() ?? '');
closeSync(REFUSAL_PIPE);
become(program, [name, ...args], {});
