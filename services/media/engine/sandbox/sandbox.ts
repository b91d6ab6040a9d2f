import { childRules, encoded, filterOf, programRules, type Rule } from './filter.ts';
import { layFilter } from './libc.ts';

/** What a child says before its job when the system does not cut it off, and why. */
export interface SandboxRefusal {
  readonly noSandbox: string;
}

function enter(rulesOf: (pid: number) => readonly Rule[]): string | undefined {
  const { platform, arch, pid } = process;
  if (platform !== 'linux') return `no filter for ${platform}`;
  if (arch !== 'x64' && arch !== 'arm64') return `no filter for ${arch}`;
  return layFilter(encoded(filterOf(rulesOf(pid), arch)), arch);
}

/** Cuts this process off from the network, from other processes and from other programs; tells its parent if it cannot. */
export function enterSandbox(): void {
  const noSandbox = enter(childRules);
  if (noSandbox) process.send?.({ noSandbox } satisfies SandboxRefusal);
}

/** Cuts this process off, as far as the program is to be that it then becomes; tells why not, if the system refuses. */
export const enterSandboxOfProgram = (): string | undefined => enter(programRules);
