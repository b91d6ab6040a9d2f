import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition, FunctionError } from './function-definition.ts';

type Ready = { readonly initMs: number; readonly initCpuMs: number };
type FromWorker =
  | ({ readonly type: 'ready' } & Ready)
  | { readonly type: 'log'; readonly requestId: string | null; readonly text: string }
  | { readonly type: 'result'; readonly requestId: string; readonly payload: string }
  | { readonly type: 'error'; readonly requestId: string; readonly error: FunctionError }
  | { readonly type: 'fatal'; readonly error: FunctionError };

export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: FunctionError };

type Listeners = {
  readonly onLog: (requestId: string | null, text: string) => void;
  /** Called once, when the thread can take no further event. */
  readonly onDead: (environment: WorkerEnvironment) => void;
};

/** AWS gives an init 10 s and tries again within the first invocation; a busy school PC gets it all at once. */
const INIT_LIMIT_MS = 30_000;
const SMALLEST_HEAP_MB = 64;

const environmentOf = (
  definition: FunctionDefinition,
  logStream: string,
  scratch: string,
): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TMPDIR: scratch,
  ...definition.environment,
  // A machine that the media engine's package has no binary for may offer a program instead.
  ...(process.env.FFMPEG_PATH && { FFMPEG_PATH: process.env.FFMPEG_PATH }),
  TZ: 'UTC',
  _HANDLER: definition.handler,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: definition.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: logStream,
  LAMBDA_TASK_ROOT: definition.directory,
  NODE_PATH: definition.layers
    .map((layer) => path.join(layer, 'nodejs', 'node_modules'))
    .join(path.delimiter),
});

/** A process that the function started may still write there; what it leaves must not end the cloud. */
function forget(scratch: string): void {
  try {
    rmSync(scratch, { recursive: true, force: true });
  } catch {
    // Left to whoever clears the temporary folder of the machine.
  }
}

const traceId = () =>
  `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`;

/**
 * One execution environment: a worker thread with its own heap, environment variables and module state.
 * A thread that timed out, exited or ran out of memory is dead; the next event needs a new one.
 */
export class WorkerEnvironment {
  readonly ready: Promise<Ready | undefined>;
  idleSince = 0;
  #init: Ready | undefined;
  #death: FunctionError | undefined;
  readonly #definition: FunctionDefinition;
  readonly #listeners: Listeners;
  readonly #worker: Worker;
  readonly #initTimer: NodeJS.Timeout;
  #settleReady: (ready: Ready | undefined) => void = () => {};
  #current: { readonly id: string; readonly settle: (outcome: Outcome) => void } | undefined;

  constructor(definition: FunctionDefinition, listeners: Listeners) {
    this.#definition = definition;
    this.#listeners = listeners;
    const { name, arn, directory, handler, memoryMb } = definition;
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
    const logStream = `${day}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
    this.ready = new Promise((resolve) => {
      this.#settleReady = resolve;
    });
    // An environment's /tmp ends with it: a thread that is ended in the middle cannot clear up gigabytes itself.
    const scratch = mkdtempSync(path.join(tmpdir(), 'lambda-'));
    this.#worker = new Worker(path.join(import.meta.dirname, 'bootstrap.mjs'), {
      workerData: { name, arn, directory, handler, memoryMb, logStream },
      env: environmentOf(definition, logStream, scratch),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: Math.max(SMALLEST_HEAP_MB, memoryMb) },
      stdout: true,
      stderr: true,
    });
    this.#initTimer = setTimeout(() => this.#timedOut('init', INIT_LIMIT_MS), INIT_LIMIT_MS);
    this.#worker.once('exit', () => forget(scratch));
    this.#listen();
  }

  get busy(): boolean {
    return this.#current !== undefined;
  }

  /** Runs one event; `payload` is JSON text. Never rejects. The time limit starts when the handler is loaded. */
  async run(id: string, payload: string): Promise<Outcome> {
    const outcome = new Promise<Outcome>((settle) => {
      this.#current = { id, settle };
    });
    await this.ready;
    if (this.#death) return { ok: false, error: this.#death };
    const limitMs = this.#definition.timeoutSeconds * 1000;
    const timer = setTimeout(() => this.#timedOut(id, limitMs), limitMs);
    this.#worker.postMessage({ requestId: id, payload, deadline: Date.now() + limitMs, traceId: traceId() });
    const settled = await outcome;
    clearTimeout(timer);
    return settled;
  }

  /** How long the handler took to load; undefined before that. Taken once, so that only a cold start reports it. */
  takeInit(): Ready | undefined {
    const init = this.#init;
    this.#init = undefined;
    return init;
  }

  /** Stops the thread even inside an endless loop. An event in flight fails with `reason`. */
  async terminate(reason = 'The execution environment was stopped.'): Promise<void> {
    this.#die({ errorType: 'Runtime.ExitError', errorMessage: reason });
    await this.#worker.terminate();
  }

  #listen(): void {
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (error: Error & { code?: string }) => {
      const errorType =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'Runtime.OutOfMemory' : 'Runtime.ExitError';
      this.#die({ errorType, errorMessage: this.#prefixed(error.message) });
    });
    this.#worker.on('exit', (status) => {
      const errorMessage = this.#prefixed(`Runtime exited with error: exit status ${status}`);
      this.#die({ errorType: 'Runtime.ExitError', errorMessage });
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr])
      stream.on('data', (chunk: Buffer) => this.#listeners.onLog(this.#current?.id ?? null, String(chunk)));
  }

  #receive(message: FromWorker): void {
    if (message.type === 'log') {
      this.#listeners.onLog(message.requestId, message.text);
      return;
    }
    if (message.type === 'fatal') {
      this.#die(message.error);
      void this.#worker.terminate();
      return;
    }
    if (message.type === 'ready') {
      clearTimeout(this.#initTimer);
      this.#init = message;
      this.idleSince = performance.now();
      this.#settleReady(message);
      return;
    }
    if (message.requestId !== this.#current?.id) return;
    this.#settle(
      message.type === 'result'
        ? { ok: true, payload: message.payload }
        : { ok: false, error: message.error },
    );
  }

  #settle(outcome: Outcome): void {
    const current = this.#current;
    this.#current = undefined;
    this.idleSince = performance.now();
    current?.settle(outcome);
  }

  #timedOut(id: string, limitMs: number): void {
    const errorMessage = `RequestId: ${id} Error: Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`;
    this.#die({ errorType: 'Sandbox.Timedout', errorMessage });
    void this.#worker.terminate();
  }

  #die(error: FunctionError): void {
    if (this.#death) return;
    this.#death = error;
    clearTimeout(this.#initTimer);
    this.#settleReady(undefined);
    this.#settle({ ok: false, error });
    this.#listeners.onDead(this);
  }

  #prefixed(message: string): string {
    return this.#current ? `RequestId: ${this.#current.id} Error: ${message}` : message;
  }
}
