import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { framesToSeconds, timescaleOf } from '../domain/frame-rate.ts';
import type { RungName } from '../domain/ladder.ts';
import { type FrameRange, segmentLengths, type TranscodePlan } from '../domain/plan.ts';
import { INIT_NAME, segmentName } from '../domain/playlists.ts';
import { AAC_FRAME_SAMPLES, SAMPLE_RATE, type SoundName } from '../domain/sound.ts';
import { avcCodecString, type Fragmented, sha256, splitFragments } from './fragments.ts';

/** A segment on disk: `index` is its place within the lecture. */
interface SegmentFile {
  readonly index: number;
  readonly path: string;
  readonly bytes: number;
  readonly seconds: number;
}

interface InitFile {
  readonly path: string;
  readonly bytes: number;
  /** Equal for every chunk of one rendition; a difference would make the segments undecodable together. */
  readonly sha256: string;
}

/** One rendition of one part; `name` is also its folder. */
export interface EncodedTrack {
  readonly name: RungName | SoundName;
  /** RFC 6381, for the master playlist. */
  readonly codec: string;
  readonly init: InitFile;
  readonly segments: readonly SegmentFile[];
}

const AAC_LC = 'mp4a.40.2';

/** Writes the parts beside the file they came from, which goes away. */
async function store(
  filePath: string,
  firstIndex: number,
  { init, fragments }: Fragmented,
  timescale: number,
  ticksPerSample: number,
): Promise<Pick<EncodedTrack, 'init' | 'segments'>> {
  const folder = dirname(filePath);
  const initPath = join(folder, INIT_NAME);
  await writeFile(initPath, init);
  const segments = await Promise.all(
    fragments.map(async ({ bytes, samples }, n) => {
      const index = firstIndex + n;
      const path = join(folder, segmentName(index));
      await writeFile(path, bytes);
      return { index, path, bytes: bytes.length, seconds: (samples * ticksPerSample) / timescale };
    }),
  );
  await rm(filePath);
  return { init: { path: initPath, bytes: init.length, sha256: sha256(init) }, segments };
}

/** Makes the folder of one rendition and names the file the child is to write in it. */
export async function prepare(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return join(folder, 'whole.mp4');
}

/** The difference from the plan, if any: libav ends a truncated or odd file early without an error. */
function videoFault({ fragments }: Fragmented, plan: TranscodePlan, range: FrameRange): string | undefined {
  const expected = segmentLengths(plan, range);
  const counts = fragments.map(({ samples }) => samples);
  if (counts.join() !== expected.join())
    return `frames ${counts.join()} where ${expected.join()} were planned`;
  const ticks = (timescaleOf(plan.fps) * plan.fps.denominator) / plan.fps.numerator;
  const late = fragments.find(
    ({ decodeTime }, n) => decodeTime !== (range.start + n * plan.segmentFrames) * ticks,
  );
  return late && `segment at ${late.decodeTime} ticks`;
}

/** Checks one rung of a chunk against the plan and cuts it into segments, or says what is wrong with it. */
export async function collectRung(
  plan: TranscodePlan,
  range: FrameRange,
  name: RungName,
  filePath: string,
): Promise<EncodedTrack | string> {
  const firstIndex = range.start / plan.segmentFrames;
  const parts = splitFragments(await readFile(filePath), firstIndex);
  const fault = videoFault(parts, plan, range);
  if (fault) return `${name}: ${fault}`;
  const timescale = timescaleOf(plan.fps);
  const ticks = (timescale * plan.fps.denominator) / plan.fps.numerator;
  const track = await store(filePath, firstIndex, parts, timescale, ticks);
  return { name, codec: avcCodecString(parts.init), ...track };
}

/** Checks that the sound is as long as the picture, to within two AAC frames, and cuts it into segments. */
export async function collectSound(
  plan: TranscodePlan,
  name: SoundName,
  filePath: string,
): Promise<EncodedTrack | string> {
  const parts = splitFragments(await readFile(filePath), 0);
  const track = await store(filePath, 0, parts, SAMPLE_RATE, AAC_FRAME_SAMPLES);
  const seconds = track.segments.reduce((sum, segment) => sum + segment.seconds, 0);
  const off = seconds - framesToSeconds(plan.frames, plan.fps);
  const isAsLong = Math.abs(off) * SAMPLE_RATE <= 2 * AAC_FRAME_SAMPLES;
  return isAsLong ? { name, codec: AAC_LC, ...track } : `${name}: ${off} s longer than planned`;
}
