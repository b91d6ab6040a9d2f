import type { Deliveries } from '../deliveries.ts';
import { addressesOf, folderOf } from '../domain/delivery-path.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { POSTER_NAME, type Presentation, present } from '../domain/presentation.ts';
import { advance, type Recording } from '../domain/recording.ts';
import type { Engine } from '../engine/engine.ts';
import { type EngineOutcome, failed } from '../engine/run-child.ts';
import { pipelineCause, published } from '../events-out.ts';
import { soundTrack } from '../messages.ts';
import type { PartStore } from '../part-store.ts';
import { inScratch } from '../scratch.ts';
import type { Playable, RecordingStore } from '../store.ts';
import type { SourceRef, Uploads } from '../uploads.ts';

export type PublishTools = {
  readonly store: RecordingStore;
  readonly parts: PartStore;
  readonly uploads: Uploads;
  readonly deliveries: Deliveries;
  readonly engine: Pick<Engine, 'poster'>;
};

/**
 * Makes what needs all parts and publishes: poster, playlists, the master last, then state and events in one write.
 * Two runs at the same time store the same bytes, and the write of only one of them counts.
 */
export async function publishRecording(
  tools: PublishTools,
  was: Recording,
  source: SourceRef,
  plan: TranscodePlan,
  cause: { readonly at: string; readonly causationId: string },
): Promise<EngineOutcome<'published' | 'conflict'>> {
  const presentation = present(plan, await tools.parts.allFacts(was.assetId, plan.planHash), soundTrack);
  if ('fault' in presentation) return failed('ENGINE', presentation.fault);
  const { durationSeconds, playlists, master } = presentation;
  const folder = folderOf(was.assetId, plan.planHash);
  const poster = await storePoster(tools, source, was.bytes, plan, `${folder}/${POSTER_NAME}`);
  if (!poster.ok) return poster;
  await Promise.all(playlists.map(({ path, text }) => tools.deliveries.put(`${folder}/${path}`, text)));
  await tools.deliveries.put(`${folder}/${master.path}`, master.text);
  const publish = { type: 'publish', planHash: plan.planHash, durationSeconds } as const;
  const advanced = advance(was, [publish], cause.at);
  if (!advanced.ok || advanced.events.length === 0) return { ok: true, value: 'conflict' };
  const outbox = published(advanced.recording, presentation, pipelineCause(was, cause.at, cause.causationId));
  const playable = playableOf(was, plan.planHash, presentation);
  const saved = await tools.store.save(was, advanced.recording, { outbox, playable });
  return { ok: true, value: saved === 'saved' ? 'published' : 'conflict' };
}

function storePoster(
  { uploads, deliveries, engine }: PublishTools,
  source: SourceRef,
  bytes: number,
  plan: TranscodePlan,
  key: string,
): Promise<EngineOutcome<unknown>> {
  return inScratch(async (folder) => {
    const poster = await engine.poster(plan, uploads.reader(source, bytes), folder);
    if (poster.ok) await deliveries.putFile(key, poster.value.path);
    return poster;
  });
}

const playableOf = (
  { assetId, title, lessonNo }: Recording,
  planHash: string,
  { durationSeconds, downloads }: Presentation,
): Playable => ({
  assetId,
  title,
  ...(lessonNo && { lessonNo }),
  renditions: [...downloads],
  durationMs: Math.round(durationSeconds * 1000),
  ...addressesOf(assetId, planHash),
});
