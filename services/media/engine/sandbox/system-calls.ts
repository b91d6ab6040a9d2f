/** Node's names of the processors that the engine has binaries for. */
export type Processor = 'x64' | 'arm64';

/** How the kernel marks a call made for this processor (linux/audit.h). */
export const AUDIT_ARCH: Readonly<Record<Processor, number>> = { x64: 0xc000_003e, arm64: 0xc000_00b7 };

/** Numbers of calls from here on are the x32 ABI: the same calls again, on the same processor (asm/unistd.h). */
export const X32_CALLS = 0x4000_0000;

/** Number of each call, by processor; arm64 lacks what newer calls replaced (asm/unistd_64.h, asm-generic/unistd.h). */
export const SYSTEM_CALLS = {
  socket: { x64: 41, arm64: 198 },
  socketpair: { x64: 53, arm64: 199 },
  connect: { x64: 42, arm64: 203 },
  bind: { x64: 49, arm64: 200 },
  listen: { x64: 50, arm64: 201 },
  accept: { x64: 43, arm64: 202 },
  accept4: { x64: 288, arm64: 242 },
  io_uring_setup: { x64: 425, arm64: 425 },
  io_uring_enter: { x64: 426, arm64: 426 },
  io_uring_register: { x64: 427, arm64: 427 },
  add_key: { x64: 248, arm64: 217 },
  request_key: { x64: 249, arm64: 218 },
  keyctl: { x64: 250, arm64: 219 },
  ptrace: { x64: 101, arm64: 117 },
  process_vm_readv: { x64: 310, arm64: 270 },
  process_vm_writev: { x64: 311, arm64: 271 },
  pidfd_open: { x64: 434, arm64: 434 },
  pidfd_getfd: { x64: 438, arm64: 438 },
  perf_event_open: { x64: 298, arm64: 241 },
  kill: { x64: 62, arm64: 129 },
  tkill: { x64: 200, arm64: 130 },
  tgkill: { x64: 234, arm64: 131 },
  rt_sigqueueinfo: { x64: 129, arm64: 138 },
  rt_tgsigqueueinfo: { x64: 297, arm64: 240 },
  pidfd_send_signal: { x64: 424, arm64: 424 },
  prlimit64: { x64: 302, arm64: 261 },
  fcntl: { x64: 72, arm64: 25 },
  ioctl: { x64: 16, arm64: 29 },
  unshare: { x64: 272, arm64: 97 },
  setns: { x64: 308, arm64: 268 },
  bpf: { x64: 321, arm64: 280 },
  execve: { x64: 59, arm64: 221 },
  execveat: { x64: 322, arm64: 281 },
  fork: { x64: 57 },
  vfork: { x64: 58 },
  clone: { x64: 56, arm64: 220 },
  seccomp: { x64: 317, arm64: 277 },
  clone3: { x64: 435, arm64: 435 },
} as const satisfies Record<string, Partial<Record<Processor, number>>>;

export type SystemCall = keyof typeof SYSTEM_CALLS;

/** Of `struct sock_filter` (linux/filter.h). */
export const INSTRUCTION_BYTES = 8;
