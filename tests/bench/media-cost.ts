import path from 'node:path';
import { framesToSeconds } from '../../services/media/domain/frame-rate.ts';
import { chunkRange } from '../../services/media/domain/plan.ts';
import type { NodeAv } from '../../services/media/engine/node-av.ts';
import type { EngineOutcome } from '../../services/media/engine/run-child.ts';
import { printTable } from './figures.ts';
import type { AllFootage, Footage } from './media-clips.ts';
import { engineWith } from './media-encode.ts';
import { costOf, countingReader } from './media-measure.ts';
import prices from './media-prices.json' with { type: 'json' };
import { type Lecture, simulate } from './media-simulation.ts';
import { makeLongSound } from './media-sound.ts';

const LECTURES = [1, 3].map((hours) => ({ hours, seconds: 3600 * hours }));
/** Workers at one time; 4 is what the stack allows, so that other lectures are not kept waiting. */
const WORKERS = [2, 4, 10, 50, 150];
/** Lambda's processor against the measuring one; nobody knows, so the table shows both ends. */
const SPEEDS = [1, 0.5];
/** Lengths of a chunk to be compared; six is what plans have. */
const CHUNK_SEGMENTS = [1, 3, 6, 12, 24];

const done = <T>(outcome: EngineOutcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
  return outcome.value;
};

/** What a second of the recording costs, measured on its first chunk; of sound, what was measured on a longer one. */
async function measure(
  { plan, path: file }: Footage,
  soundCpu: number,
  folder: string,
): Promise<Omit<Lecture, 'seconds'>> {
  const engine = engineWith();
  const range = chunkRange(plan, 0);
  const source = countingReader(file);
  const chunk = await costOf(async () =>
    done(await engine.encodeChunk(plan, range, source, path.join(folder, 'c'))),
  );
  const seconds = framesToSeconds(plan.frames, plan.fps);
  return {
    chunkSeconds: framesToSeconds(plan.chunkFrames, plan.fps),
    segmentSeconds: framesToSeconds(plan.segmentFrames, plan.fps),
    sourceBytesPerSecond: source.size / seconds,
    pictureCpu: chunk.cpu / framesToSeconds(range.end - range.start, plan.fps),
    soundCpu,
    renditions: plan.rungs.length + plan.sounds.length,
    hd: plan.rungs.filter(({ width, height }) => Math.min(width, height) >= 720).length,
    sd: plan.rungs.filter(({ width, height }) => Math.min(width, height) < 720).length,
  };
}

type Measured = Omit<Lecture, 'seconds'>;

/** Wall and cost of long lectures by so many workers. */
function lecturesTable(all: readonly (readonly [name: string, measured: Measured])[]): void {
  const rows = all.flatMap(([name, measured]) =>
    LECTURES.flatMap(({ hours, seconds }) =>
      SPEEDS.map((speed) => {
        const runs = WORKERS.map((workers) => simulate({ ...measured, seconds }, { workers, speed }, prices));
        const { cost = 0, mediaConvert = 0 } = runs[0] ?? {};
        return [
          `${name}, ${hours} h, k = ${speed}`,
          measured.pictureCpu + measured.soundCpu,
          ...runs.map(({ wall }) => wall / 60),
          ...[cost, mediaConvert, mediaConvert / cost],
        ];
      }),
    ),
  );
  printTable(
    `Simulated wall (minutes by N workers) and cost (${prices.currency}, x86_64, prices of ${prices.date})`,
    [
      'lecture, k = Lambda’s processor ÷ ours',
      'CPU s per s',
      ...WORKERS.map((workers) => `N = ${workers}`),
      ...['cost', 'MediaConvert', 'times cheaper'],
    ],
    rows,
  );
}

/** What the length of a chunk does to an hour of a phone's film: its start is paid each time, and its end waited for. */
function chunksTable(phone: Measured): void {
  const rows = CHUNK_SEGMENTS.map((segments) => {
    const chunkSeconds = segments * phone.segmentSeconds;
    const lecture = { ...phone, chunkSeconds, seconds: 3600 };
    const [few, many] = [4, 50].map((workers) => simulate(lecture, { workers, speed: 1 }, prices));
    const slow = 4 + 2 * chunkSeconds * phone.pictureCpu;
    return [chunkSeconds, (few?.wall ?? 0) / 60, (many?.wall ?? 0) / 60, few?.cost ?? 0, slow];
  });
  printTable(
    'An hour of the phone by the length of its chunks',
    ['seconds of a chunk', 'minutes, N = 4', 'minutes, N = 50', 'cost', 'seconds of its worker at k = 0.5'],
    rows,
  );
}

/** Wall and cost of long lectures, from what a chunk and the sound of this run's recordings cost. */
export async function benchCost(av: NodeAv, all: AllFootage): Promise<void> {
  const { phone, screen, folder } = all;
  const sound = await makeLongSound(av, all);
  const measured = new Map<string, Measured>();
  for (const footage of [phone, screen])
    measured.set(
      footage.name,
      await measure(footage, sound.cpu / sound.seconds, path.join(folder, `cost-${footage.name}`)),
    );
  lecturesTable([...measured]);
  const filmed = measured.get(phone.name);
  if (filmed) chunksTable(filmed);
}
