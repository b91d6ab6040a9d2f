import { describe, expect, test } from 'vitest';
import { ANSWER, CODE, childRules, encoded, filterOf, type Instruction, programRules } from './filter.ts';
import { AUDIT_ARCH, type Processor, SYSTEM_CALLS, type SystemCall } from './system-calls.ts';

const PID = 4711;
const NAMES = Object.fromEntries(Object.entries(ANSWER).map(([name, k]) => [k, name]));

interface Call {
  readonly number: number;
  readonly arch: number;
  readonly first?: number;
  readonly second?: number;
}

/** What a filter answers to a call, as the kernel would run it. */
function answered(
  filter: readonly Instruction[],
  { number, arch, first = 0, second = 0 }: Call,
): string | undefined {
  const data: Readonly<Record<number, number>> = { 0: number, 4: arch, 16: first, 24: second };
  let loaded = 0;
  for (let at = 0; at < filter.length; at += 1) {
    const { code, jt, jf, k } = filter[at] as Instruction;
    if (code === CODE.answer) return NAMES[k];
    if (code === CODE.load) loaded = data[k] ?? Number.NaN;
    else {
      const tests: Record<number, boolean> = {
        [CODE.equal]: loaded === k,
        [CODE.atLeast]: loaded >= k,
        [CODE.anyBit]: (loaded & k) !== 0,
      };
      at += tests[code] ? jt : jf;
    }
  }
  return undefined;
}

const numberOf = (call: SystemCall, processor: Processor): number | undefined =>
  (SYSTEM_CALLS[call] as Partial<Record<Processor, number>>)[processor];

describe.each(['x64', 'arm64'] as const)('on %s', (processor) => {
  const arch = AUDIT_ARCH[processor];
  const child = filterOf(childRules(PID), processor);
  const program = filterOf(programRules(PID), processor);
  const calls = (Object.keys(SYSTEM_CALLS) as SystemCall[]).filter((call) => numberOf(call, processor));
  const say = (filter: readonly Instruction[], call: SystemCall, first?: number) =>
    answered(filter, { number: numberOf(call, processor) ?? 0, arch, ...(first !== undefined && { first }) });

  test('every call that is named is denied, but for what a process may do to itself', () => {
    const exceptions: Partial<Record<SystemCall, string>> = {
      ...{ clone3: 'unknown', seccomp: 'allow', fcntl: 'allow', ioctl: 'allow' },
    };
    expect(calls.map((call) => [call, say(child, call, 1)])).toEqual(
      calls.map((call) => [call, exceptions[call] ?? 'denied']),
    );
  });

  test('all other calls go through', () => {
    const named = new Set(calls.map((call) => numberOf(call, processor)));
    const others = Array.from({ length: 500 }, (_, number) => number).filter((number) => !named.has(number));
    expect(new Set(others.map((number) => answered(child, { number, arch })))).toEqual(new Set(['allow']));
  });

  test('threads may be, other processes may not', () => {
    expect([say(child, 'clone', 0x003d_0f00), say(child, 'clone', 0x0120_0011)]).toEqual(['allow', 'denied']);
  });

  test('a process may end itself and read its own limits, and no others', () => {
    expect([say(child, 'tgkill', PID), say(child, 'tgkill', PID - 1)]).toEqual(['allow', 'denied']);
    expect([say(child, 'prlimit64', 0), say(child, 'prlimit64', PID)]).toEqual(['allow', 'denied']);
  });

  test('a file may be asked what it is, and not to signal another process', () => {
    const bySecond = (call: 'fcntl' | 'ioctl', second: number) =>
      answered(child, { number: numberOf(call, processor) ?? 0, arch, first: 8, second });
    const fcntl = { F_GETFD: 1, F_SETFL: 4, F_SETOWN: 8, F_GETOWN: 9, F_SETSIG: 10, F_SETOWN_EX: 15 };
    expect(Object.entries(fcntl).filter(([, command]) => bySecond('fcntl', command) === 'denied')).toEqual(
      Object.entries({ F_SETOWN: 8, F_SETSIG: 10, F_SETOWN_EX: 15 }),
    );
    expect([0x8901, 0x8902, 0x5421].map((command) => bySecond('ioctl', command))).toEqual([
      ...['denied', 'denied', 'allow'],
    ]);
  });

  test('the calls that matter most have the numbers of this processor', () => {
    // socket, connect, execve, kill, ptrace, io_uring_setup: asm/unistd_64.h and asm-generic/unistd.h.
    const numbers = { x64: [41, 42, 59, 62, 101, 425], arm64: [198, 203, 221, 129, 117, 425] }[processor];
    expect(numbers.map((number) => answered(child, { number, arch }))).toEqual(numbers.map(() => 'denied'));
  });

  test('a program may start others, which are cut off as it is', () => {
    const answers = (['execve', 'clone', 'clone3', 'socket', 'ptrace'] as const).map((call) =>
      say(program, call),
    );
    expect(answers).toEqual(['allow', 'allow', 'allow', 'denied', 'denied']);
  });

  test('calls in the tongue of another processor end the process', () => {
    const other = processor === 'x64' ? AUDIT_ARCH.arm64 : AUDIT_ARCH.x64;
    const i386 = 0x4000_0003;
    expect([other, i386].map((each) => answered(child, { number: 1, arch: each }))).toEqual(['kill', 'kill']);
  });
});

test('the second set of calls of a processor of 64 bits ends the process', () => {
  const x32 = { number: 0x4000_0000 + SYSTEM_CALLS.socket.x64, arch: AUDIT_ARCH.x64 };
  expect(answered(filterOf(childRules(PID), 'x64'), x32)).toBe('kill');
});

test('instructions lie in memory as the kernel reads them', () => {
  const [, second] = filterOf([], 'x64');
  expect(encoded([second as Instruction]).toString('hex')).toBe('150001003e0000c0');
});
