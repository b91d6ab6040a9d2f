import { REPLY_PIPE, say } from '../reply-pipe.ts';
import { SOURCE_PIPE } from '../source-pipe.ts';
import { become } from './become.ts';
import { childRules, encoded, filterOf, programRules, type Rule } from './filter.ts';
import { keepOpen, layFilter } from './libc.ts';

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

/** Said to a script that starts for the second time. */
const ANEW = 'anew';

/**
 * Cuts this process off from the network, from other processes and from other programs; tells its parent if it cannot.
 * Node opens rings as it starts, which would carry connections past any filter that is laid later, and it cannot go on
 * without them. So the process first starts anew, from its first line, under a filter that lets it open none.
 */
export function enterSandbox(): void {
  const isAnew = process.argv.at(-1) === ANEW;
  const noSandbox = isAnew ? enter(childRules) : enterSandboxOfProgram();
  if (noSandbox) say({ noSandbox });
  if (noSandbox || isAnew) return;
  for (const pipe of [REPLY_PIPE, SOURCE_PIPE]) keepOpen(pipe);
  become(process.execPath, [...process.argv, ANEW], process.env);
}

/** Cuts this process off, as far as the program is to be that it then becomes; tells why not, if the system refuses. */
export function enterSandboxOfProgram(): string | undefined {
  return enter(programRules);
}
