import { readFileSync } from 'node:fs';
import { planTranscode } from '../../services/media/domain/plan.ts';
import { probe } from '../../services/media/engine/probe.ts';
import { openFileReader } from '../../services/media/engine/range-reader.ts';

/** Of all files together, but for the slowest. */
export interface Examined {
  readonly bytes: number;
  readonly readBytes: number;
  readonly slowestMs: number;
  readonly peakMegabytes: number;
}

const paths = process.argv.slice(2);
let [bytes, readBytes, slowestMs] = [0, 0, 0];
for (const path of paths) {
  await using file = await openFileReader(path);
  bytes += file.size;
  const begun = performance.now();
  const facts = await probe({
    size: file.size,
    read: async (start, end) => {
      const stretch = await file.read(start, end);
      readBytes += stretch.length;
      return stretch;
    },
  });
  if (facts.ok) planTranscode(facts.value, 'bench');
  slowestMs = Math.max(slowestMs, performance.now() - begun);
}
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
const examined: Examined = { bytes, readBytes, slowestMs, peakMegabytes: Number(peak ?? 0) / 1024 };
console.log(JSON.stringify(examined));
