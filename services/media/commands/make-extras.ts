import { readFile } from 'node:fs/promises';
import type { Deliveries } from '../deliveries.ts';
import { asideOf, folderOf } from '../domain/delivery-path.ts';
import {
  extrasOf,
  posterFrames,
  segmentCount,
  soundsOf,
  WAVEFORM_NAME,
  WHOLE_FILE_NAME,
  wholeFileRung,
} from '../domain/extras.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { INIT_NAME, segmentName } from '../domain/playlists.ts';
import { type PartFacts, POSTER_NAME } from '../domain/presentation.ts';
import type { Extras } from '../domain/recording.ts';
import { SPRITE_NAME, STORYBOARD_NAME, storyboardOf, storyboardText } from '../domain/storyboard.ts';
import type { FinishEngine } from '../engine/finish-jobs.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import type { EngineOutcome } from '../engine/run-child.ts';
import { wholeFile } from '../engine/whole-file.ts';
import { inScratch } from '../scratch.ts';

export type ExtrasTools = { readonly deliveries: Deliveries; readonly engine: FinishEngine };

/** What is finished: the plan, the facts of all its parts, and how long it plays. */
export type Encoded = {
  readonly assetId: string;
  readonly plan: TranscodePlan;
  readonly facts: readonly PartFacts[];
  readonly durationSeconds: number;
};

/** Objects read at one time. */
const READS = 8;

/**
 * Makes and stores what is published beside the playlists: poster, storyboard, waveform and, of a short lecture, one
 * whole file. All of it is made of segments that are stored, never of the source: a repeat makes the same bytes.
 */
export function makeExtras(tools: ExtrasTools, encoded: Encoded): Promise<EngineOutcome<Extras>> {
  const { assetId, plan } = encoded;
  return inScratch(async (scratch) => {
    const shelf = shelfOf(tools.deliveries, folderOf(assetId, plan.planHash));
    const pictures = await makePictures(tools, shelf, encoded, scratch);
    if (!pictures.ok) return pictures;
    const waveform = await makeWaveform(tools, shelf, encoded, scratch);
    if (!waveform.ok) return waveform;
    const mp4 = await makeWholeFile(shelf, encoded);
    const made = { storyboard: pictures.value, waveform: waveform.value, ...(mp4 && { mp4 }) };
    return { ok: true, value: extrasOf(assetId, plan.planHash, made) };
  });
}

/** The folder of one plan in the delivery bucket. */
function shelfOf(deliveries: Deliveries, folder: string) {
  const read = (name: string) => deliveries.read(`${folder}/${name}`);
  return {
    put: (name: string, content: string | Uint8Array) => deliveries.put(`${folder}/${name}`, content),
    /** A rendition's init section and some of its segments, one after the other. */
    async segments(rendition: string, indexes: readonly number[]): Promise<Buffer> {
      const names = [INIT_NAME, ...indexes.map(segmentName)].map((name) => `${rendition}/${name}`);
      const pieces: Uint8Array[] = [];
      for (let from = 0; from < names.length; from += READS)
        pieces.push(...(await Promise.all(names.slice(from, from + READS).map(read))));
      return Buffer.concat(pieces);
    },
  };
}
type Shelf = ReturnType<typeof shelfOf>;

const readerOf = (bytes: Buffer): RangeReader => ({
  size: bytes.length,
  read: async (start, end) => bytes.subarray(start, end),
});

const allOf = ({ plan, facts }: Encoded, rendition: string) =>
  Array.from({ length: segmentCount(plan, facts, rendition) }, (_, n) => n);

/** Whether there are pictures of which a storyboard could be made. */
async function makePictures(
  { engine }: ExtrasTools,
  shelf: Shelf,
  { plan, durationSeconds }: Encoded,
  scratch: string,
): Promise<EngineOutcome<boolean>> {
  const candidates = posterFrames(plan);
  const board = storyboardOf(plan);
  const smallest = plan.rungs.at(-1);
  if (!candidates || !board || !smallest) return { ok: true, value: false };
  const frames = await shelf.segments(candidates.rung.name, candidates.segments);
  const poster = await engine.poster(readerOf(frames), scratch);
  if (!poster.ok) return poster;
  const sprite = await engine.sprite(
    readerOf(await shelf.segments(smallest.name, board.segments)),
    board,
    scratch,
  );
  if (!sprite.ok) return sprite;
  await shelf.put(asideOf(POSTER_NAME), await readFile(poster.value));
  await shelf.put(SPRITE_NAME, await readFile(sprite.value));
  await shelf.put(STORYBOARD_NAME, storyboardText(board, durationSeconds));
  return { ok: true, value: true };
}

/** Whether there is sound that has a waveform; it is drawn of the smallest rendition. */
async function makeWaveform(
  { engine }: ExtrasTools,
  shelf: Shelf,
  encoded: Encoded,
  scratch: string,
): Promise<EngineOutcome<boolean>> {
  const sound = soundsOf(encoded.facts).at(-1);
  if (!sound) return { ok: true, value: false };
  const segments = await shelf.segments(sound.folder, allOf(encoded, sound.folder));
  const waveform = await engine.waveform(readerOf(segments), scratch);
  if (!waveform.ok) return waveform;
  await shelf.put(WAVEFORM_NAME, await readFile(waveform.value));
  return { ok: true, value: true };
}

/** Undefined for what is too long for one file. */
async function makeWholeFile(shelf: Shelf, encoded: Encoded) {
  const rung = wholeFileRung(encoded.plan);
  if (!rung) return undefined;
  const [sound] = soundsOf(encoded.facts);
  const picture = await shelf.segments(rung.name, allOf(encoded, rung.name));
  const file = await wholeFile(
    picture,
    sound && (await shelf.segments(sound.folder, allOf(encoded, sound.folder))),
  );
  await shelf.put(WHOLE_FILE_NAME, file);
  return { bytes: file.length, height: rung.height };
}
