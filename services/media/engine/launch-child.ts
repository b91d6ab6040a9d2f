/**
 * Enters the sandbox and then runs the script that its first argument names, in the same process. Bundle it as a file of its
 * own (`launch-child.mjs`) beside the child's, whose imports load native code as they are read.
 */
import { pathToFileURL } from 'node:url';
import { say } from './reply-pipe.ts';
import { enterSandbox } from './sandbox/sandbox.ts';

enterSandbox();
const [, , script = ''] = process.argv;
try {
  await import(pathToFileURL(script).href);
} catch (error) {
  // A package that is missing, not a crash that another try might not meet.
  say({ ok: false, detail: error instanceof Error ? error.message : String(error) });
}
