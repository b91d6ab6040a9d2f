import { type ChildLimits, type EngineOutcome, failed, watch } from './run-child.ts';
import { type ProgramOptions, startProgram } from './sandbox/start-program.ts';

export interface CliOptions extends ChildLimits, ProgramOptions {
  readonly ffmpegPath: string;
  /** Called with the program's process id once it runs. */
  readonly onStart?: (pid: number) => void;
}

/** Of what it prints when it gives up. */
const OUTPUT_KEPT = 8000;

/**
 * Runs the program once, without any environment; what it printed of its errors, or why it gave up. `take` gets what it
 * writes to its output. Never rejects.
 */
export function runCli(args: readonly string[], options: CliOptions, take?: (output: Buffer) => void) {
  const { ffmpegPath, onStart } = options;
  const child = startProgram(ffmpegPath, args, options, take ? 'pipe' : 'ignore');
  const guard = watch(child, options);
  let printed = '';
  if (take) child.stdout?.on('data', take);
  child.stderr?.on('data', (text) => {
    printed = `${printed}${text}`.slice(-OUTPUT_KEPT);
  });
  if (child.pid) onStart?.(child.pid);
  return new Promise<EngineOutcome<string>>((resolve) => {
    const settle = (ending: string | number) => {
      guard.stop();
      const verdict = guard.verdict();
      if (verdict) return resolve({ ok: false, failure: verdict });
      if (ending === 0) return resolve({ ok: true, value: printed });
      resolve(failed(typeof ending === 'string' ? 'CRASHED' : 'ENGINE', `${ending} ${printed}`));
    };
    child.on('error', (error) => settle(error.message));
    child.on('close', (code, signal) => settle(signal ?? code ?? 'gone'));
  });
}
