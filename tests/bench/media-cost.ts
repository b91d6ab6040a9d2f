import path from 'node:path';
import { framesToSeconds } from '../../services/media/domain/frame-rate.ts';
import { chunkRange } from '../../services/media/domain/plan.ts';
import type { EngineOutcome } from '../../services/media/engine/run-child.ts';
import { printTable } from './figures.ts';
import type { AllFootage, Footage } from './media-clips.ts';
import { engineWith } from './media-encode.ts';
import { costOf, countingReader } from './media-measure.ts';
import prices from './media-prices.json' with { type: 'json' };
import { type Lecture, type Prices, simulate } from './media-simulation.ts';

const LECTURES = [1, 3].map((hours) => ({ hours, seconds: 3600 * hours }));
/** Workers at one time; 4 is what the stack allows, so that other lectures are not kept waiting. */
const WORKERS = [2, 4, 10, 50, 150];
/** Lambda's processor against the measuring one; nobody knows, so the table shows both ends. */
const SPEEDS = [1, 0.5];

const done = <T>(outcome: EngineOutcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
  return outcome.value;
};

/** What a second of the recording costs, measured on its first chunk and its sound. */
async function measure({ plan, path: file }: Footage, folder: string): Promise<Omit<Lecture, 'seconds'>> {
  const engine = engineWith();
  const range = chunkRange(plan, 0);
  const source = countingReader(file);
  const chunk = await costOf(async () =>
    done(await engine.encodeChunk(plan, range, source, path.join(folder, 'c'))),
  );
  const sound = await costOf(async () =>
    done(await engine.encodeAudio(plan, source, path.join(folder, 's'))),
  );
  const seconds = framesToSeconds(plan.frames, plan.fps);
  return {
    chunkSeconds: framesToSeconds(plan.chunkFrames, plan.fps),
    segmentSeconds: framesToSeconds(plan.segmentFrames, plan.fps),
    sourceBytesPerSecond: source.size / seconds,
    pictureCpu: chunk.cpu / framesToSeconds(range.end - range.start, plan.fps),
    soundCpu: sound.cpu / seconds,
    renditions: plan.rungs.length + plan.sounds.length,
    hd: plan.rungs.filter(({ width, height }) => Math.min(width, height) >= 720).length,
    sd: plan.rungs.filter(({ width, height }) => Math.min(width, height) < 720).length,
  };
}

/** Wall and cost of long lectures by so many workers, from what chunks of this run cost. */
export async function benchCost({ phone, screen, folder }: AllFootage): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const footage of [phone, screen]) {
    const measured = await measure(footage, path.join(folder, `cost-${footage.name}`));
    for (const { hours, seconds } of LECTURES)
      for (const speed of SPEEDS) {
        const lecture = { ...measured, seconds };
        const runs = WORKERS.map((workers) => simulate(lecture, { workers, speed }, prices satisfies Prices));
        const [first] = runs;
        rows.push([
          `${footage.name}, ${hours} h, k = ${speed}`,
          measured.pictureCpu + measured.soundCpu,
          ...runs.map(({ wall }) => wall / 60),
          first?.cost ?? 0,
          first?.mediaConvert ?? 0,
          (first?.mediaConvert ?? 0) / (first?.cost ?? 1),
        ]);
      }
  }
  printTable(
    `Simulated wall (minutes by N workers) and cost (${prices.currency}, x86_64, prices of ${prices.date})`,
    [
      'lecture, k = Lambda’s processor ÷ ours',
      'CPU s per s',
      ...WORKERS.map((workers) => `N = ${workers}`),
      'cost',
      'MediaConvert',
      'times cheaper',
    ],
    rows,
  );
}
