import { addressesOf, folderOf } from '../domain/delivery-path.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import type { Playable } from '../domain/playable.ts';
import { type Presentation, present } from '../domain/presentation.ts';
import { advance, type Recording } from '../domain/recording.ts';
import { type EngineOutcome, failed } from '../engine/run-child.ts';
import { pipelineCause, published } from '../events-out.ts';
import type { PartStore } from '../job-store.ts';
import { soundTrackOf } from '../messages.ts';
import type { RecordingStore } from '../store.ts';
import { type ExtrasTools, makeExtras } from './make-extras.ts';

export type PublishTools = ExtrasTools & { readonly store: RecordingStore; readonly parts: PartStore };

/**
 * Makes what needs all parts and publishes: poster and other extras, playlists, the master last, then state and events in one write.
 * Two runs at the same time store the same bytes, and the write of only one of them counts.
 */
export async function publishRecording(
  tools: PublishTools,
  was: Recording,
  plan: TranscodePlan,
  cause: { readonly at: string; readonly causationId: string },
): Promise<EngineOutcome<'published' | 'conflict'>> {
  const facts = await tools.parts.allFacts(was.assetId, plan.planHash);
  const presentation = present(plan, facts, soundTrackOf(was.metadata));
  if ('fault' in presentation) return failed('ENGINE', presentation.fault);
  const { durationSeconds, playlists, master } = presentation;
  const folder = folderOf(was.assetId, plan.planHash);
  const extras = await makeExtras(tools, { assetId: was.assetId, plan, facts, durationSeconds });
  if (!extras.ok) return extras;
  await Promise.all(playlists.map(({ path, text }) => tools.deliveries.put(`${folder}/${path}`, text)));
  await tools.deliveries.put(`${folder}/${master.path}`, master.text);
  const publish = { type: 'publish', planHash: plan.planHash, durationSeconds } as const;
  const advanced = advance(was, [publish], cause.at);
  if (!advanced.ok || advanced.events.length === 0) return { ok: true, value: 'conflict' };
  const made = { ...extras.value, renditions: [...presentation.downloads] };
  const next = { ...advanced.recording, extras: made };
  const outbox = published(next, presentation, pipelineCause(was, cause.at, cause.causationId));
  const playable = playableOf(next, plan.planHash, presentation);
  const saved = await tools.store.save(was, next, { outbox, playable });
  return { ok: true, value: saved === 'saved' ? 'published' : 'conflict' };
}

const playableOf = (
  { assetId, title, kind, lessonNo, extras }: Recording,
  planHash: string,
  { durationSeconds, downloads }: Presentation,
): Playable => ({
  assetId,
  title,
  ...(kind && { kind }),
  ...(lessonNo && { lessonNo }),
  renditions: [...downloads],
  durationMs: Math.round(durationSeconds * 1000),
  ...addressesOf(assetId, planHash, extras),
  ...extras,
});
