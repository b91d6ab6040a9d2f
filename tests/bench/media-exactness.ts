import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chunkCount, chunkRange } from '../../services/media/domain/plan.ts';
import { storyboardOf } from '../../services/media/domain/storyboard.ts';
import { WORK_ATTEMPTS } from '../../services/media/domain/work.ts';
import { openFile } from '../../services/media/engine/input.ts';
import type { NodeAv } from '../../services/media/engine/node-av.ts';
import { makeStill, spriteOf } from '../../services/media/engine/stills.ts';
import { framesOf } from '../../services/media/engine/test-media.ts';
import {
  arrive,
  delivered,
  startPipeline,
  takeWork,
  upload,
  work,
} from '../../services/media/pipeline.suite.ts';
import type { AllFootage } from './media-clips.ts';
import { encodeAll, engineWith, fine, type Line } from './media-encode.ts';
import { costOf } from './media-measure.ts';
import type { Program } from './media-program.ts';

/** M4: pictures that reach the encoders in chunks of one segment against those of one pass. */
export function benchExactness(av: NodeAv, { phone, screen, small }: AllFootage): Line[] {
  return [phone, screen, small].map(({ name, path: file, plan: whole }): Line => {
    const plan = { ...whole, rungs: whole.rungs.slice(-1), chunkFrames: whole.segmentFrames };
    const once = framesOf(av, file, plan, 0, plan.frames);
    const ranges = Array.from({ length: chunkCount(plan) }, (_, k) => chunkRange(plan, k));
    const chunks = ranges.flatMap(({ start, end }) => framesOf(av, file, plan, start, end));
    const different =
      once.filter((frame, n) => frame !== chunks[n]).length + Math.abs(once.length - chunks.length);
    return ['M4', `${name}: pictures that differ, of ${once.length}`, different, '0'];
  });
}

/** So many of the encoders are to die: by chance, since of every second one the last job, which starts several, would never end. */
const KILLS = 0.35;
/** And in their first so many milliseconds; some have ended by then. */
const KILLED_WITHIN_MS = 300;

/** The same sequence in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** M5: encoders killed and messages doubled against an undisturbed run. */
export async function benchChaos(): Promise<Line[]> {
  const lecture = readFileSync(new URL('../../local/demo/content/lecture.mp4', import.meta.url));
  const throwing = dice(2026);
  let isWild = false;
  const counts = { starts: 0, kills: 0, messages: 0, doubles: 0 };
  const onStart = (pid: number) => {
    if (!isWild) return;
    counts.starts += 1;
    if (throwing() >= KILLS) return;
    setTimeout(() => {
      if (kill(pid)) counts.kills += 1;
    }, KILLED_WITHIN_MS * throwing());
  };
  const pipeline = await startPipeline({ onStart, attempts: 1 });
  const runLecture = async () => {
    const arrival = await upload(pipeline, lecture);
    await arrive(pipeline, arrival);
    for (let batch = await takeWork(pipeline); batch.length > 0; batch = await takeWork(pipeline)) {
      // Every second message comes twice.
      const doubled = batch.flatMap((message, n) => (isWild && n % 2 === 0 ? [message, message] : [message]));
      counts.messages += batch.length;
      counts.doubles += doubled.length - batch.length;
      for (const message of doubled) await untilDone(() => work(pipeline, message));
    }
    return delivered(pipeline, arrival.assetId);
  };
  const calm = await runLecture();
  Object.assign(counts, { messages: 0, doubles: 0 });
  isWild = true;
  const wild = await runLecture();
  await pipeline.stop();
  const names = new Set([...Object.keys(calm), ...Object.keys(wild)]);
  const different = [...names].filter((name) => calm[name] !== wild[name]).length;
  if (counts.kills === 0) throw new Error('no encoder was killed');
  const share = `${counts.kills} of ${counts.starts} encoders killed, ${counts.doubles} of ${counts.messages} messages doubled`;
  return [['M5', `files that differ, of ${names.size}; ${share}`, different, '0']];
}

/** False when the process had ended before. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** The queue brings a message again whose worker failed. */
async function untilDone(attempt: () => Promise<void>): Promise<void> {
  for (let delivery = 1; delivery <= 5 * WORK_ATTEMPTS; delivery += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!String(error).includes('CRASHED')) throw error;
    }
  }
}

/** M7: the storyboard of our own key frames against one for which the whole source is decoded. */
export async function benchSprite(
  av: NodeAv,
  { phone, folder }: AllFootage,
  program: Program,
): Promise<Line[]> {
  const out = path.join(folder, 'storyboard');
  await encodeAll(engineWith(), phone, { ...phone.plan, rungs: phone.plan.rungs.slice(-1) }, out);
  const board = storyboardOf(phone.plan);
  if (!board) throw new Error('no storyboard of the phone');
  using segments = openFile(path.join(out, '240p.mp4'));
  const before = process.cpuUsage();
  makeStill(av, segments, spriteOf(board), path.join(folder, 'sprite.jpg'));
  const { user, system } = process.cpuUsage(before);
  const full = await costOf(() => program.fullDecodeSprite(phone, path.join(folder, 'full.jpg')));
  return [
    ['M7', 'storyboard, of key frames ÷ full decode', fine((user + system) / 1e6 / full.cpu), '≤ 0.02'],
  ];
}
