import { readFileSync } from 'node:fs';
import type { RangeReader } from '../../services/media/engine/range-reader.ts';
import { median } from './figures.ts';

/** Ticks of the kernel's clock in a second, on every Linux there is. */
const TICKS = 100;

/** Processor seconds of all child processes that have ended (proc(5), cutime and cstime). */
function childSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

export interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

/** What the processes that some work starts cost, in seconds. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [cpu, began] = [childSeconds(), performance.now()];
  await work();
  return { cpu: childSeconds() - cpu, wall: (performance.now() - began) / 1000 };
}

/** The costs of two ways, in turn, so that both meet the same noise; medians of their ratios. */
export async function compare(rounds: number, way: () => Promise<unknown>, baseline: () => Promise<unknown>) {
  const ratios: Cost[] = [];
  const costs: [Cost, Cost][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = [await costOf(way), await costOf(baseline)];
    ratios.push({ cpu: one.cpu / other.cpu, wall: one.wall / other.wall });
    costs.push([one, other]);
  }
  return {
    cpu: median(ratios.map(({ cpu }) => cpu)),
    wall: median(ratios.map(({ wall }) => wall)),
    seconds: [median(costs.map(([one]) => one.cpu)), median(costs.map(([, other]) => other.cpu))] as const,
  };
}

/** The most memory a process ever held, in MB; 0 when it has gone. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Watches processes as they start; the most memory any of them held. */
export function watchMemory() {
  let peak = 0;
  const timers: NodeJS.Timeout[] = [];
  return {
    onStart(pid: number) {
      timers.push(setInterval(() => (peak = Math.max(peak, peakOf(pid))), 100));
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
      return peak;
    },
  };
}

/** A file read as from a store, and how many bytes were asked of it. */
export function countingReader(path: string): RangeReader & { readonly asked: () => number } {
  const bytes = readFileSync(path);
  let asked = 0;
  return {
    size: bytes.length,
    asked: () => asked,
    async read(start, end) {
      const stretch = bytes.subarray(start, end);
      asked += stretch.length;
      return stretch;
    },
  };
}
