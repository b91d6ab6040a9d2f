import { createContext, Script } from 'node:vm';

/**
 * CloudFront stops a function after about 1 ms of CPU time. Here wall-clock time is counted, and on a machine that is
 * busy with a transcoding a process may not be run for some hundred milliseconds: this only stops endless loops.
 */
const TIMEOUT_MS = 2000;

/** Why a function gave no usable answer; the edge then answers with `status`. */
export class EdgeFunctionError extends Error {
  readonly status: 502 | 503;

  constructor(status: 502 | 503, message: string) {
    super(message);
    this.status = status;
  }
}

/** The language and what runtime 2.0 offers beside it: no timers, network, file system or `require`. */
const PRELUDE = 'const console = { log() {}, error() {} };';

/** Only text crosses between the two worlds, so that a function cannot reach an object of this process. */
const wrap = (code: string): string => `
output = undefined; failure = undefined;
(async () => {
  const handler = (() => { ${PRELUDE}
${code}
; return handler; })();
  return JSON.stringify(await handler(JSON.parse(input)));
})().then((text) => { output = text; }, (error) => { failure = String(error); });`;

/** A CloudFront Function (runtime cloudfront-js-2.0). Its code runs anew for each event: nothing is kept in between. */
export class EdgeFunction {
  readonly #name: string;
  readonly #script: Script;

  /** Throws SyntaxError for code that the runtime cannot read (`import` of a key-value store among it). */
  constructor(name: string, code: string) {
    this.#name = name;
    this.#script = new Script(wrap(code), { filename: `${name}.js` });
  }

  /** What the handler returns for `event`. Throws EdgeFunctionError 503 when it throws or takes too long. */
  run(event: unknown): unknown {
    const world: Record<string, unknown> = Object.assign(Object.create(null), {
      input: JSON.stringify(event),
    });
    const context = createContext(world, {
      codeGeneration: { strings: false, wasm: false },
      // Promises of the function settle inside runInContext and so under its time limit.
      microtaskMode: 'afterEvaluate',
    });
    try {
      this.#script.runInContext(context, { timeout: TIMEOUT_MS });
    } catch (error) {
      throw new EdgeFunctionError(503, `${this.#name}: ${String(error)}`);
    }
    if (typeof world.output === 'string') return JSON.parse(world.output);
    throw new EdgeFunctionError(
      503,
      `${this.#name}: ${String(world.failure ?? 'the handler returned nothing')}`,
    );
  }
}
