import { join } from 'node:path';
import type { Deliveries } from '../deliveries.ts';
import type { Part } from '../domain/asset.ts';
import { folderOf } from '../domain/delivery-path.ts';
import { halvesOf } from '../domain/halves.ts';
import { chunkRange, type FrameRange, type TranscodePlan } from '../domain/plan.ts';
import { INIT_NAME, segmentName } from '../domain/playlists.ts';
import type { PartFacts, TrackFacts } from '../domain/presentation.ts';
import type { EncodedTrack } from '../engine/collect.ts';
import type { Engine } from '../engine/engine.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import { type EngineOutcome, failed } from '../engine/run-child.ts';
import { inScratch } from '../scratch.ts';

export type EncodeTools = {
  readonly deliveries: Deliveries;
  readonly engine: Pick<Engine, 'encodeChunk' | 'encodeAudio'>;
};

/** What is to be encoded, of what. `inHalves` when the machine could not do the whole. */
export type Work = {
  readonly assetId: string;
  readonly source: RangeReader;
  readonly plan: TranscodePlan;
  readonly part: Part;
  readonly inHalves: boolean;
};

/** Encodes one part and stores its segments; a repeat stores nothing, because every name is taken by the same bytes. */
export function encodePart(
  { deliveries, engine }: EncodeTools,
  work: Work,
): Promise<EngineOutcome<PartFacts>> {
  const { assetId, plan, part } = work;
  return inScratch(async (folder) => {
    const encoded = await encode(engine, work, folder);
    if (!encoded.ok) return encoded;
    const target = folderOf(assetId, plan.planHash);
    for (const rendition of encoded.value) await store(deliveries, target, rendition);
    return { ok: true, value: { part, tracks: encoded.value.map(factsOf) } };
  });
}

type Encoded = EngineOutcome<readonly EncodedTrack[]>;

function encode(engine: EncodeTools['engine'], work: Work, outDir: string): Promise<Encoded> {
  const { source, plan, part, inHalves } = work;
  if (part === 'audio') return engine.encodeAudio(plan, source, outDir);
  const range = chunkRange(plan, Number(part.slice('chunk-'.length)));
  const ranges = inHalves ? halvesOf(plan, range) : [range];
  return encodeRanges(ranges, (each, n) => engine.encodeChunk(plan, each, source, join(outDir, String(n))));
}

/** Encodes ranges one after the other and joins what came of them. */
async function encodeRanges(
  ranges: readonly FrameRange[],
  encodeOne: (range: FrameRange, n: number) => Promise<Encoded>,
): Promise<Encoded> {
  let joined: readonly EncodedTrack[] = [];
  for (const [n, range] of ranges.entries()) {
    const encoded = await encodeOne(range, n);
    if (!encoded.ok) return encoded;
    const before = joined;
    joined = encoded.value.map((track) => {
      const first = before.find(({ name }) => name === track.name);
      return first ? { ...first, segments: [...first.segments, ...track.segments] } : track;
    });
    const isOne = before.every(({ name, init }) => {
      const next = encoded.value.find((track) => track.name === name);
      return next?.init.sha256 === init.sha256;
    });
    if (!isOne) return failed('ENGINE', 'halves of a chunk that do not belong together');
  }
  return { ok: true, value: joined };
}

async function store(deliveries: Deliveries, target: string, { name, init, segments }: EncodedTrack) {
  await Promise.all([
    deliveries.putFile(`${target}/${name}/${INIT_NAME}`, init.path),
    ...segments.map(({ index, path }) => deliveries.putFile(`${target}/${name}/${segmentName(index)}`, path)),
  ]);
}

const factsOf = ({ name, codec, init, segments }: EncodedTrack): TrackFacts => ({
  folder: name,
  codec,
  initSha256: init.sha256,
  segments: segments.map(({ seconds, bytes }) => ({ seconds, bytes })),
});
