import { createRequire } from 'node:module';
import { AV_LOG_FATAL } from 'node-av/constants';
import type * as Lib from 'node-av/lib';

/** The native library, loaded. Only the child process and the test fixtures ever hold one. */
export interface NodeAv {
  readonly lib: typeof Lib;
  readonly version: string;
}

/** The package that holds the library for this processor. */
const BINARY = `@seydx/node-av-${process.platform}-${process.arch}`;

/**
 * Loads the library, 170 MB, from a Lambda layer (NODE_PATH, which CommonJS resolution honours and ESM does not) or from
 * node_modules. What wraps it, 40 small modules, goes into the child's bundle: to find each would take longer than all else
 * that a process does before its work.
 */
export async function loadNodeAv(): Promise<NodeAv> {
  const lib = await import('node-av/lib');
  lib.Log.setLevel(AV_LOG_FATAL);
  const { version } = createRequire(import.meta.url)(`${BINARY}/package.json`);
  return { lib, version };
}

/** Throws on a libav error code (all are negative) and passes any other through. */
export function checked({ lib }: NodeAv, code: number, what: string): number {
  if (code < 0) throw new Error(`${what}: ${new lib.FFmpegError(code).message}`);
  return code;
}

/** Throws when libav has no such part, which only a different build of it can cause. */
export function present<T>(part: T | null | undefined, what: string): T {
  if (part === null || part === undefined) throw new Error(`missing: ${what}`);
  return part;
}

/** Options by libav's own names, as text or numbers. */
export type AvOptions = Readonly<Record<string, string | number>>;

/**
 * Sets options one by one and throws for a name or value libav does not take. Never through the dictionary of
 * `open2Sync`: libav replaces it, node-av 6.1.1 keeps the old pointer, and the process dies when that is collected.
 */
export function setOptions(
  av: NodeAv,
  target: { setOption(name: string, value: string): number },
  options: AvOptions,
): void {
  for (const [name, value] of Object.entries(options)) {
    checked(av, target.setOption(name, String(value)), `option ${name}`);
  }
}
