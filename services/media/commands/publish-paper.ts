import type { Deliveries } from '../deliveries.ts';
import { folderOf } from '../domain/delivery-path.ts';
import type { PaperPlan } from '../domain/paper-plan.ts';
import { ORIGINAL_NAME, presentPaper, type Shown, TEXT_NAME } from '../domain/paper-presentation.ts';
import type { Playable } from '../domain/playable.ts';
import { advance, type Recording } from '../domain/recording.ts';
import { type EngineOutcome, failed } from '../engine/run-child.ts';
import { paperPublished, pipelineCause } from '../events-out.ts';
import type { PaperStore } from '../job-store.ts';
import { inScratchWith } from '../scratch.ts';
import type { SourceRef, Sources } from '../sources.ts';
import type { RecordingStore } from '../store.ts';

export type PublishPaperTools = {
  readonly store: RecordingStore;
  readonly papers: PaperStore;
  readonly sources: Pick<Sources, 'reader'>;
  readonly deliveries: Deliveries;
};

/**
 * Publishes a document, picture or package whose parts are all there: the file as it was sent, the words of all pages last,
 * then state and event in one write. Two runs at the same time store the same bytes, and the write of one counts.
 */
export async function publishPaper(
  tools: PublishPaperTools,
  was: Recording,
  source: SourceRef,
  plan: PaperPlan,
  cause: { readonly at: string; readonly causationId: string },
): Promise<EngineOutcome<'published' | 'conflict'>> {
  const { assetId, bytes, title, metadata } = was;
  const facts = await tools.papers.allFacts(assetId, plan.planHash);
  const about = { assetId, alt: metadata?.altText ?? title, originalBytes: bytes };
  const presentation = presentPaper(plan, facts, about);
  if ('fault' in presentation) return failed('ENGINE', presentation.fault);
  const { shown, text } = presentation;
  if (text) await storeDocument(tools, source, was.bytes, plan.planHash, text);
  const publish = { type: 'publish', planHash: plan.planHash, durationSeconds: 0 } as const;
  const advanced = advance(was, [publish], cause.at);
  if (!advanced.ok || advanced.events.length === 0) return { ok: true, value: 'conflict' };
  const next: Recording = { ...advanced.recording, extras: shown };
  const outbox = paperPublished(next, pipelineCause(was, cause.at, cause.causationId));
  const saved = await tools.store.save(was, next, { outbox, playable: playableOf(next, shown) });
  return { ok: true, value: saved === 'saved' ? 'published' : 'conflict' };
}

function storeDocument(
  { sources, deliveries }: PublishPaperTools,
  source: SourceRef,
  bytes: number,
  planHash: string,
  text: string,
): Promise<void> {
  const target = folderOf(source.assetId, planHash);
  return inScratchWith(sources.reader(source, bytes), async (path) => {
    await deliveries.putFile(`${target}/${ORIGINAL_NAME}`, path);
    await deliveries.put(`${target}/${TEXT_NAME}`, text);
  });
}

const playableOf = ({ assetId, title, kind, lessonNo }: Recording, shown: Shown): Playable => ({
  assetId,
  title,
  ...(kind && { kind }),
  ...(lessonNo && { lessonNo }),
  renditions: [],
  ...shown,
});
