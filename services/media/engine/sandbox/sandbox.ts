import { isMainThread } from 'node:worker_threads';
import { childRules, filterOf, programRules, type Rule } from './filter.ts';
import { closeToOthers, layFilter } from './libc.ts';

/** What a child says before its job when the system does not cut it off, and why. */
export interface SandboxRefusal {
  readonly noSandbox: string;
}

/** Why it could not be done; undefined when it was. */
function refusalOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function enter(rulesOf: (pid: number) => readonly Rule[]): string | undefined {
  const { platform, arch, pid } = process;
  if (platform !== 'linux') return `no filter for ${platform}`;
  if (arch !== 'x64' && arch !== 'arm64') return `no filter for ${arch}`;
  return refusalOf(() => layFilter(filterOf(rulesOf(pid), arch), arch));
}

/** Cuts this process off from the network, from other processes and from other programs; tells its parent if it cannot. */
export function enterSandbox(): void {
  const noSandbox = enter(childRules);
  if (noSandbox) process.send?.({ noSandbox } satisfies SandboxRefusal);
}

/** Cuts this process off, as far as the program is to be that it then becomes; why not, if the system refuses. */
export const enterSandboxOfProgram = (): string | undefined => enter(programRules);

let closed: { readonly refusal: string | undefined } | undefined;

/**
 * Closes this process, once, to the children it starts, who run as the same user and could read its credentials under
 * /proc; why not, if the system refuses. The local cloud, whose functions are threads, has none and stays open to
 * debuggers.
 */
export function closeToChildren(): string | undefined {
  if (process.platform !== 'linux' || !isMainThread) return undefined;
  closed ??= { refusal: refusalOf(closeToOthers) };
  return closed.refusal;
}
