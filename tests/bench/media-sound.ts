import path from 'node:path';
import { framesToSeconds } from '../../services/media/domain/frame-rate.ts';
import type { NodeAv } from '../../services/media/engine/node-av.ts';
import { openFileReader, type RangeReader } from '../../services/media/engine/range-reader.ts';
import { type AllFootage, planFor } from './media-clips.ts';
import { engineWith, fine, type Line } from './media-encode.ts';
import { costOf } from './media-measure.ts';
import { repeat } from './media-repeat.ts';

const LARGE_BYTES = 400 * 1024 ** 2;
/** How long a store takes to answer, in milliseconds, and how many bytes a second one of its connections brings. */
const ANSWER_MS = 30;
const CONNECTION = 60e6;

/** A store at a distance; notes when it was first and last asked. */
function distant(source: RangeReader) {
  const asked = { first: 0, last: 0 };
  const read = async (start: number, end: number) => {
    asked.first ||= performance.now();
    const bytes = await source.read(start, end);
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS + (1000 * bytes.length) / CONNECTION));
    asked.last = performance.now();
    return bytes;
  };
  return { asked, source: { size: source.size, read } };
}

/** Makes the sound of a large recording; one so long that the start of the process is little of it. */
export async function makeLargeSound(av: NodeAv, { phone, folder }: AllFootage) {
  const file = path.join(folder, 'large-sound.mp4');
  repeat(av, phone.path, file, LARGE_BYTES);
  const plan = await planFor(file);
  await using reader = await openFileReader(file);
  const { asked, source } = distant(reader);
  const cost = await costOf(async () => {
    const outcome = await engineWith().encodeAudio(plan, source, path.join(folder, 'large-sound'));
    if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
  });
  const seconds = framesToSeconds(plan.frames, plan.fps);
  const megabytes = reader.size / 1e6;
  return { ...cost, seconds, megabytes, readingSeconds: (asked.last - asked.first) / 1000 };
}

/** What the sound of a large recording takes of a processor, and how fast it passes through the pictures. */
export async function benchSound(av: NodeAv, footage: AllFootage): Promise<Line[]> {
  const { cpu, wall, seconds, megabytes, readingSeconds } = await makeLargeSound(av, footage);
  const name = `sound of ${Math.round(megabytes)} MB and ${Math.round(seconds)} s`;
  return [
    ['sound', `${name}: processor seconds a second`, fine(cpu / seconds), '≤ 0.0225'],
    ['sound', `${name}: MB a second while it is read`, megabytes / readingSeconds, '≥ 75'],
    ['sound', `${name}: seconds in all`, wall, ''],
  ];
}
