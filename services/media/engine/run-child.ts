import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { listen } from './heard-reply.ts';
import type { Reply } from './job.ts';
import type { RangeReader } from './range-reader.ts';
import { REPLY_PIPE } from './reply-pipe.ts';
import { closeToChildren } from './sandbox/close-to-children.ts';
import { SOURCE_PIPE, serveSources } from './source-pipe.ts';

/** Why the engine gave no result. CRASHED and TIMEOUT may pass on a retry; ENGINE is what the child itself said, WORK more of it than a look may cost. */
type EngineFailureCode = 'ENGINE' | 'TIMEOUT' | 'WORK' | 'MEMORY' | 'CRASHED';

export interface EngineFailure {
  readonly code: EngineFailureCode;
  /** For logs only: it may quote libav. */
  readonly detail: string;
}

export type EngineOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: EngineFailure };

export const failed = (code: EngineFailureCode, detail: string) =>
  ({ ok: false, failure: { code, detail } }) as const;

export interface ChildLimits {
  readonly timeoutMs: number;
  readonly maxRssBytes: number;
  /**
   * Milliseconds that it may spend on a processor, where waiting for bytes, or for other work on a busy machine, is not
   * held against it.
   */
  readonly maxWorkMs?: number;
}

/** Milliseconds of work within which it is known what a file is and whether it is refused. */
export const VERDICT_WORK_MS = 5_000;

export interface ChildOptions extends ChildLimits {
  /** The bundled (or, in tests, source) file of `child.ts`. */
  readonly childPath: string;
  /** Where layers keep their packages, colon separated. */
  readonly nodePath: string | undefined;
  /** Called with the child's process id once it runs. */
  readonly onStart?: (pid: number) => void;
  /** Called when the system does not cut the child off from the network and from this process, with the reason. */
  readonly onNoSandbox?: (reason: string) => void;
}

const WATCH_MS = 200;
const PAGE_BYTES = 4096;
const STDERR_KEPT = 2000;

/** Resident memory of a process from /proc (second field, in pages); 0 when it has gone. */
async function residentBytes(pid: number): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return Number(statm.split(' ')[1]) * PAGE_BYTES;
}

/** A tick of the processor times that Linux shows: 100 a second wherever it runs (proc(5), USER_HZ). */
const TICK_MS = 10;

/** Processor time of a process from /proc (the 14th and 15th field, behind its name in brackets); 0 when it has gone. */
async function workedMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return (user + system) * TICK_MS;
}

/** Kills the child when it overstays or overeats, and then tells why. */
export function watch(child: ChildProcess, { timeoutMs, maxRssBytes, maxWorkMs }: ChildLimits) {
  let verdict: EngineFailure | undefined;
  const kill = (code: EngineFailureCode, detail: string) => {
    verdict ??= { code, detail };
    child.kill('SIGKILL');
  };
  const timeout = setTimeout(() => kill('TIMEOUT', `over ${timeoutMs} ms`), timeoutMs);
  const watchdog = setInterval(async () => {
    const resident = child.pid ? await residentBytes(child.pid) : 0;
    if (resident > maxRssBytes) kill('MEMORY', `${resident} bytes resident`);
    const worked = maxWorkMs && child.pid ? await workedMs(child.pid) : 0;
    if (maxWorkMs && worked > maxWorkMs) kill('WORK', `over ${maxWorkMs} ms of work`);
  }, WATCH_MS);
  return {
    verdict: () => verdict,
    stop() {
      clearTimeout(timeout);
      clearInterval(watchdog);
    },
  };
}

/**
 * Only where code is found: neither credentials nor NODE_OPTIONS, so what breaks out of a decoder finds nothing to
 * use. Lambda's own node may need its library path to start.
 */
export function environment(nodePath: string | undefined): NodeJS.ProcessEnv {
  const env = { NODE_PATH: nodePath, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH };
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

/** What starts Node with a launcher, which lies beside the child, as a source and as a bundle. */
export const launcher = (name: string, childPath: string): string[] => [
  '--disable-warning=ExperimentalWarning',
  join(dirname(childPath), `${name}${extname(childPath)}`),
];

function start({ childPath, nodePath, onNoSandbox }: ChildOptions): ChildProcess {
  const open = closeToChildren();
  if (open) onNoSandbox?.(open);
  return spawn(process.execPath, [...launcher('launch-child', childPath), childPath], {
    env: environment(nodePath),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
}

/** Hands the job over; a child that ended before it read it has its ending told elsewhere. */
function give(child: ChildProcess, job: object): void {
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(job));
}

type Answer = Omit<Extract<Reply, { ok: true }>, 'ok'>;

/** What became of a job whose process ended of itself. */
function outcomeOf(reply: Reply | undefined, ending: string | number, stderr: string): EngineOutcome<Answer> {
  if (reply?.ok === false) return failed('ENGINE', reply.detail);
  // An answer followed by a crash is not trusted: files may be incomplete.
  if (!reply || ending !== 0) return failed('CRASHED', `${ending} ${stderr}`.trim());
  const { ok: _, ...value } = reply;
  return { ok: true, value };
}

/**
 * Runs one job in a process of its own, which reads its source, if any, through a pipe, and resolves when that
 * process has ended. Rejects only when the source could not be read.
 */
export function runChild(
  job: object,
  source: RangeReader | undefined,
  options: ChildOptions,
): Promise<EngineOutcome<Answer>> {
  const child = start(options);
  const { faults } = serveSources(child.stdio[SOURCE_PIPE] as Duplex, source ? [source] : []);
  const guard = watch(child, options);
  const heard = listen(child.stdio[REPLY_PIPE] as Readable);
  let stderr = '';
  return new Promise((resolve, reject) => {
    const settle = (ending: string | number) => {
      guard.stop();
      const { reply, noSandbox } = heard();
      if (noSandbox !== undefined) options.onNoSandbox?.(noSandbox);
      if (faults.length > 0) return reject(faults[0]);
      const verdict = guard.verdict();
      if (verdict) return resolve({ ok: false, failure: verdict });
      resolve(outcomeOf(reply, ending, stderr));
    };
    child.stderr?.on('data', (text) => {
      stderr = `${stderr}${text}`.slice(-STDERR_KEPT);
    });
    child.on('error', (error) => settle(error.message));
    child.on('close', (code, signal) => settle(signal ?? code ?? 'gone'));
    give(child, job);
    if (child.pid) options.onStart?.(child.pid);
  });
}
