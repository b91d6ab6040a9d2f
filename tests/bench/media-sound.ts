import path from 'node:path';
import { framesToSeconds } from '../../services/media/domain/frame-rate.ts';
import type { TranscodePlan } from '../../services/media/domain/plan.ts';
import type { NodeAv } from '../../services/media/engine/node-av.ts';
import { openFileReader, type RangeReader } from '../../services/media/engine/range-reader.ts';
import { type AllFootage, planFor } from './media-clips.ts';
import { engineWith, fine, type Line } from './media-encode.ts';
import { costOf } from './media-measure.ts';
import { repeat } from './media-repeat.ts';

const LARGE_BYTES = 400 * 1024 ** 2;
/** So long that the start of the process is little of it. */
const LONG_BYTES = 250 * 1024 ** 2;
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

async function makeSound(plan: TranscodePlan, source: RangeReader, folder: string) {
  const cost = await costOf(async () => {
    const outcome = await engineWith().encodeAudio(plan, source, path.join(folder, 'sound'));
    if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
  });
  return { ...cost, seconds: framesToSeconds(plan.frames, plan.fps), megabytes: source.size / 1e6 };
}

/** Makes the sound of a recording that is large, by a store at a distance. */
async function makeLargeSound(av: NodeAv, { phone, folder }: AllFootage) {
  const file = path.join(folder, 'large-sound.mp4');
  repeat(av, phone.path, file, LARGE_BYTES);
  await using reader = await openFileReader(file);
  const { asked, source } = distant(reader);
  const made = await makeSound(await planFor(file), source, folder);
  return { ...made, readingSeconds: (asked.last - asked.first) / 1000 };
}

/** Makes the sound of a recording that is long rather than large: what its pictures cost is little of it. */
export async function makeLongSound(av: NodeAv, { small, folder }: AllFootage) {
  const file = path.join(folder, 'long-sound.mp4');
  repeat(av, small.path, file, LONG_BYTES);
  await using reader = await openFileReader(file);
  return await makeSound(await planFor(file), reader, folder);
}

/** What sound takes of a processor, and how fast that of a large recording is found among its pictures. */
export async function benchSound(av: NodeAv, footage: AllFootage): Promise<Line[]> {
  const long = await makeLongSound(av, footage);
  const large = await makeLargeSound(av, footage);
  const [nameOfLong, nameOfLarge] = [long, large].map(
    ({ megabytes, seconds }) => `sound of ${Math.round(megabytes)} MB and ${Math.round(seconds)} s`,
  );
  return [
    ['sound', `${nameOfLong}: processor seconds a second`, fine(long.cpu / long.seconds), '≤ 0.0225'],
    ['sound', `${nameOfLarge}: MB a second while it is read`, large.megabytes / large.readingSeconds, '≥ 75'],
    ['sound', `${nameOfLarge}: seconds in all`, large.wall, ''],
  ];
}
