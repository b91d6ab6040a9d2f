import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Constants from 'node-av/constants';
import type * as Lib from 'node-av/lib';

/** The native library, loaded. Only the child process and the test fixtures ever hold one. */
export interface NodeAv {
  readonly lib: typeof Lib;
  readonly constants: typeof Constants;
  readonly version: string;
}

/**
 * Loads node-av from a Lambda layer (NODE_PATH, which CommonJS resolution honours and ESM does not) or from the
 * nearest node_modules. Resolved at run time, so no bundle ever contains its 170 MB.
 */
export async function loadNodeAv(): Promise<NodeAv> {
  const { resolve } = createRequire(import.meta.url);
  const libPath = resolve('node-av/lib');
  const manifest = join(dirname(libPath), '..', '..', 'package.json');
  const [lib, constants, text] = await Promise.all([
    import(pathToFileURL(libPath).href),
    import(pathToFileURL(resolve('node-av/constants')).href),
    readFile(manifest, 'utf8'),
  ]);
  lib.Log.setLevel(constants.AV_LOG_FATAL);
  return { lib, constants, version: JSON.parse(text).version };
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
