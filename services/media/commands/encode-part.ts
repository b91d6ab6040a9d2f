import type { Deliveries } from '../deliveries.ts';
import type { Part } from '../domain/asset.ts';
import { folderOf } from '../domain/delivery-path.ts';
import { chunkRange, type TranscodePlan } from '../domain/plan.ts';
import { INIT_NAME, segmentName } from '../domain/playlists.ts';
import type { PartFacts, TrackFacts } from '../domain/presentation.ts';
import type { EncodedTrack } from '../engine/collect.ts';
import type { Engine } from '../engine/engine.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import type { EngineOutcome } from '../engine/run-child.ts';
import { inScratch } from '../scratch.ts';

export type EncodeTools = {
  readonly deliveries: Deliveries;
  readonly engine: Pick<Engine, 'encodeChunk' | 'encodeAudio'>;
};

/** Encodes one part and stores its segments; a repeat stores nothing, because every name is taken by the same bytes. */
export function encodePart(
  { deliveries, engine }: EncodeTools,
  assetId: string,
  source: RangeReader,
  plan: TranscodePlan,
  part: Part,
): Promise<EngineOutcome<PartFacts>> {
  return inScratch(async (folder) => {
    const encoded = await encode(engine, plan, part, source, folder);
    if (!encoded.ok) return encoded;
    const target = folderOf(assetId, plan.planHash);
    for (const rendition of encoded.value) await store(deliveries, target, rendition);
    return { ok: true, value: { part, tracks: encoded.value.map(factsOf) } };
  });
}

async function encode(
  engine: EncodeTools['engine'],
  plan: TranscodePlan,
  part: Part,
  source: RangeReader,
  outDir: string,
): Promise<EngineOutcome<readonly EncodedTrack[]>> {
  if (part === 'audio') return engine.encodeAudio(plan, source, outDir);
  return engine.encodeChunk(plan, chunkRange(plan, Number(part.slice('chunk-'.length))), source, outDir);
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
