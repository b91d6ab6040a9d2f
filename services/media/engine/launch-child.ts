/**
 * Enters the sandbox and then has the script that its first argument names `run`, in the same process. Bundle it as a file of
 * its own (`launch-child.mjs`) beside the child's, whose imports load native code as they are read.
 */
import { pathToFileURL } from 'node:url';
import { say } from './reply-pipe.ts';
import { enterSandbox } from './sandbox/sandbox.ts';

/** A script that is imported once it is cut off. */
interface Child {
  /** Does the one job that comes by the input, and says what became of it. */
  run(): Promise<void>;
}

enterSandbox();
const [, , script = ''] = process.argv;
const child: Child | undefined = await import(pathToFileURL(script).href).catch((error) => {
  // A package that is missing is no crash, which another try might not meet.
  say({ ok: false, detail: error instanceof Error ? error.message : String(error) });
});
await child?.run();
