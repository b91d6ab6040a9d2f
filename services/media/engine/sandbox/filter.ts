import {
  AUDIT_ARCH,
  INSTRUCTION_BYTES,
  type Processor,
  SYSTEM_CALLS,
  type SystemCall,
  X32_CALLS,
} from './system-calls.ts';

/** One `struct sock_filter` (linux/filter.h): `jt` and `jf` are how many instructions to skip. */
export interface Instruction {
  readonly code: number;
  readonly jt: number;
  readonly jf: number;
  readonly k: number;
}

/** BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_JMP|JGE|K, BPF_JMP|JSET|K, BPF_RET|K (linux/bpf_common.h). */
export const CODE = { load: 0x20, equal: 0x15, atLeast: 0x35, anyBit: 0x45, answer: 0x06 } as const;
/** Where `struct seccomp_data` has them (linux/seccomp.h). */
const NUMBER = 0;
const ARCH = 4;
const ARGUMENTS = 16;

/** SECCOMP_RET_ALLOW, SECCOMP_RET_KILL_PROCESS and SECCOMP_RET_ERRNO with EPERM or ENOSYS. */
export const ANSWER = {
  allow: 0x7fff_0000,
  kill: 0x8000_0000,
  denied: 0x0005_0001,
  unknown: 0x0005_0026,
} as const;

/** CLONE_THREAD of linux/sched.h: a further thread, not a process. */
const CLONE_THREAD = 0x0001_0000;

/** What has the kernel signal another process when a file is ready: F_SETOWN, F_SETSIG, F_SETOWN_EX (fcntl.h). */
const SIGNAL_BY_FCNTL = [8, 10, 15];
/** The same, FIOSETOWN and SIOCSPGRP (asm-generic/sockios.h). */
const SIGNAL_BY_IOCTL = [0x8901, 0x8902];

/** An argument of a call: its low 32 bits, counted from 0. */
interface Argument {
  readonly argument: number;
}

/** A call that is denied: always, `unless` its argument is `equal` to or has `anyBit` of `k`, or only `when` it is one of some. */
export interface Rule {
  readonly call: SystemCall;
  readonly answer?: 'denied' | 'unknown';
  readonly unless?: Argument & { readonly test: 'equal' | 'anyBit'; readonly k: number };
  readonly when?: Argument & { readonly oneOf: readonly number[] };
}

const denied = (...calls: SystemCall[]): Rule[] => calls.map((call) => ({ call }));

/** No connection: rings would make sockets past this filter, and a key may be one that the system asks a name server for. */
const NETWORK = [
  ...denied('socket', 'socketpair', 'connect', 'bind', 'listen', 'accept', 'accept4'),
  ...denied('io_uring_setup', 'io_uring_enter', 'io_uring_register', 'add_key', 'request_key', 'keyctl'),
];

/** Nothing of the parent, who has credentials and sockets: neither its memory and files, nor its life. */
const otherProcesses = (pid: number): Rule[] => [
  ...denied(
    'ptrace',
    'process_vm_readv',
    'process_vm_writev',
    'pidfd_open',
    'pidfd_getfd',
    'perf_event_open',
  ),
  ...denied('kill', 'tkill', 'rt_sigqueueinfo', 'rt_tgsigqueueinfo', 'pidfd_send_signal'),
  { call: 'fcntl', when: { argument: 1, oneOf: SIGNAL_BY_FCNTL } },
  { call: 'ioctl', when: { argument: 1, oneOf: SIGNAL_BY_IOCTL } },
  // How a process ends itself when it must not go on.
  { call: 'tgkill', unless: { argument: 0, test: 'equal', k: pid } },
  // Its own limits, which it calls 0.
  { call: 'prlimit64', unless: { argument: 0, test: 'equal', k: 0 } },
];

/** No rights that it did not come with. */
const RIGHTS = denied('unshare', 'setns', 'bpf');

/** No other program, and no process that would outlive the limits of this one. Threads may be. */
const PROGRAMS: readonly Rule[] = [
  ...denied('execve', 'execveat', 'fork', 'vfork'),
  { call: 'clone', unless: { argument: 0, test: 'anyBit', k: CLONE_THREAD } },
  // What it asks for lies in memory, where no filter looks; libc then uses clone.
  { call: 'clone3', answer: 'unknown' },
];

/** What is denied to a process that opens strangers' files itself. */
export const childRules = (pid: number): Rule[] => [...programRules(pid), ...PROGRAMS];

/** What is denied to a program of the operator's, which may be a script that starts another. */
export const programRules = (pid: number): Rule[] => [...NETWORK, ...otherProcesses(pid), ...RIGHTS];

const load = (k: number): Instruction => ({ code: CODE.load, jt: 0, jf: 0, k });
const loadArgument = ({ argument }: Argument): Instruction => load(ARGUMENTS + 8 * argument);
const answer = (k: number): Instruction => ({ code: CODE.answer, jt: 0, jf: 0, k });
const skipUnless = (test: 'equal' | 'atLeast' | 'anyBit', k: number, jf: number): Instruction => ({
  code: CODE[test],
  jt: 0,
  jf,
  k,
});

/** What is asked of a call whose number fits; each of it ends in an answer. */
function instructionsBehind({ answer: said = 'denied', unless, when }: Rule): Instruction[] {
  const refused = answer(ANSWER[said]);
  const allowed = answer(ANSWER.allow);
  if (unless) return [loadArgument(unless), skipUnless(unless.test, unless.k, 1), allowed, refused];
  if (!when) return [refused];
  return [loadArgument(when), ...when.oneOf.flatMap((k) => [skipUnless('equal', k, 1), refused]), allowed];
}

function instructionsOf(rule: Rule, processor: Processor): Instruction[] {
  const numbers: Partial<Record<Processor, number>> = SYSTEM_CALLS[rule.call];
  const number = numbers[processor];
  if (number === undefined) return [];
  const behind = instructionsBehind(rule);
  return [skipUnless('equal', number, behind.length), ...behind];
}

/**
 * The filter that answers EPERM to what the rules deny and lets all else through. A call in the tongue of another
 * processor, whose numbers mean other calls, ends the process: nothing of ours makes one.
 */
export function filterOf(rules: readonly Rule[], processor: Processor): Instruction[] {
  const x32 = [skipUnless('atLeast', X32_CALLS, 1), answer(ANSWER.kill)];
  return [
    load(ARCH),
    { code: CODE.equal, jt: 1, jf: 0, k: AUDIT_ARCH[processor] },
    answer(ANSWER.kill),
    load(NUMBER),
    ...(processor === 'x64' ? x32 : []),
    ...rules.flatMap((rule) => instructionsOf(rule, processor)),
    answer(ANSWER.allow),
  ];
}

/** The instructions as they lie in memory. */
export function encoded(filter: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(INSTRUCTION_BYTES * filter.length);
  for (const [index, { code, jt, jf, k }] of filter.entries()) {
    const at = INSTRUCTION_BYTES * index;
    bytes.writeUInt16LE(code, at);
    bytes.writeUInt8(jt, at + 2);
    bytes.writeUInt8(jf, at + 3);
    bytes.writeUInt32LE(k, at + 4);
  }
  return bytes;
}
