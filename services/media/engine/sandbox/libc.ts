import { createRequire } from 'node:module';
import { getSystemErrorName } from 'node:util';
import type * as Koffi from 'koffi';
import { INSTRUCTION_BYTES, type Processor, SYSTEM_CALLS } from './system-calls.ts';

// Found at run time, in a Lambda layer (NODE_PATH, which only CommonJS resolution honours) or in node_modules.
const find = createRequire(import.meta.url);

/** linux/prctl.h and linux/seccomp.h */
const PR_SET_DUMPABLE = 4;
const PR_SET_NO_NEW_PRIVS = 38;
const SECCOMP_SET_MODE_FILTER = 1;
const SECCOMP_FILTER_FLAG_TSYNC = 1;
/** fcntl.h */
const F_SETFD = 2;
/** What Node ignores, and what it then becomes would go on to ignore: SIGPIPE and SIGXFSZ of signal.h. */
const IGNORED = [13, 25];

/** Straight to the binary: the package itself reads Node's own file to learn which of them to take, in 7 ms of each start. */
const BINARY = `@koromix/koffi-linux-${process.arch}/linux_${process.arch}/koffi.node`;

/** The functions of libc that Node does not have. Throws where the package has no binary. */
function libcOf() {
  const koffi: typeof Koffi = find(BINARY);
  const library = koffi.load('libc.so.6');
  const program = koffi.struct({ len: 'unsigned short', filter: 'void *' });
  const numbers = Array.from({ length: 4 }, () => 'unsigned long');
  return {
    prctl: library.func('prctl', 'int', ['int', ...numbers]),
    fcntl: library.func('fcntl', 'int', ['int', 'int', 'int']),
    signal: library.func('signal', 'void *', ['int', 'void *']),
    // libc has no function for seccomp(2).
    seccomp: library.func('syscall', 'long', ['long', 'long', 'long', koffi.pointer(program)]),
    failure: (call: string) => new Error(`${call}: ${getSystemErrorName(-koffi.errno())}`),
  };
}

let opened: ReturnType<typeof libcOf> | undefined;

function libc() {
  opened ??= libcOf();
  return opened;
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

/**
 * Lays a filter of encoded instructions on every thread of this process, for ever and for all that it starts. Tells why
 * not, when the system refuses.
 */
export function layFilter(filter: Buffer, processor: Processor): string | undefined {
  return refusalOf(() => {
    const { prctl, seccomp, failure } = libc();
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) !== 0) throw failure('prctl(PR_SET_NO_NEW_PRIVS)');
    const program = { len: filter.length / INSTRUCTION_BYTES, filter };
    const number = SYSTEM_CALLS.seccomp[processor];
    const laid = seccomp(number, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, program);
    if (laid < 0) throw failure('seccomp');
    if (laid > 0) throw new Error(`seccomp: thread ${laid} has a filter of its own`);
  });
}

/** Closes memory, environment and open files of this process to others of the same user. Tells why not, as above. */
export function closeToOthers(): string | undefined {
  return refusalOf(() => {
    const { prctl, failure } = libc();
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) !== 0) throw failure('prctl(PR_SET_DUMPABLE)');
  });
}

/** Has a pipe outlive the program that this process is, into the one that it becomes. Throws when the system refuses. */
export function keepOpen(descriptor: number): void {
  const { fcntl, failure } = libc();
  if (fcntl(descriptor, F_SETFD, 0) !== 0) throw failure('fcntl(F_SETFD)');
}

/** Leaves the signals that Node ignores to what this process becomes. Tells why not, as above. */
export function leaveSignals(): string | undefined {
  return refusalOf(() => {
    const { signal } = libc();
    for (const number of IGNORED) signal(number, null);
  });
}
