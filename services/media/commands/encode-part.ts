import type { Deliveries } from '../deliveries.ts';
import type { Part } from '../domain/asset.ts';
import { folderOf } from '../domain/delivery-path.ts';
import { chunkRange, type TranscodePlan } from '../domain/plan.ts';
import { AUDIO_FOLDER, INIT_NAME, segmentName } from '../domain/playlists.ts';
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

type Rendition = EncodedTrack & { readonly folder: string; readonly codec?: string };

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
): Promise<EngineOutcome<readonly Rendition[]>> {
  if (part === 'audio') {
    const sound = await engine.encodeAudio(plan, source, outDir);
    return sound.ok ? { ok: true, value: [{ ...sound.value, folder: AUDIO_FOLDER }] } : sound;
  }
  const index = Number(part.slice('chunk-'.length));
  const chunk = await engine.encodeChunk(plan, chunkRange(plan, index), source, outDir);
  return chunk.ok ? { ok: true, value: chunk.value.map((rung) => ({ ...rung, folder: rung.name })) } : chunk;
}

async function store(deliveries: Deliveries, target: string, { folder, init, segments }: Rendition) {
  await Promise.all([
    deliveries.putFile(`${target}/${folder}/${INIT_NAME}`, init.path),
    ...segments.map(({ index, path }) =>
      deliveries.putFile(`${target}/${folder}/${segmentName(index)}`, path),
    ),
  ]);
}

const factsOf = ({ folder, codec, init, segments }: Rendition): TrackFacts => ({
  folder,
  ...(codec && { codec }),
  initSha256: init.sha256,
  segments: segments.map(({ seconds, bytes }) => ({ seconds, bytes })),
});
