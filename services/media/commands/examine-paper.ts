import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { AssetCommand } from '../domain/asset.ts';
import { MAX_DOCUMENT_BYTES, planDocument } from '../domain/document-plan.ts';
import { MAX_PICTURE_BYTES, planImage } from '../domain/image-plan.ts';
import { MAX_PACKAGE_BYTES } from '../domain/package-files.ts';
import { planPackage } from '../domain/package-plan.ts';
import { type PaperKind, type PaperPlan, paperTasksLeft, partsOfPaper } from '../domain/paper-plan.ts';
import { advance, type Recording } from '../domain/recording.ts';
import { accept, reject, type Verdict } from '../domain/rejection.ts';
import {
  DOCUMENT_ENGINE,
  IMAGE_ENGINE,
  PACKAGE_ENGINE,
  type PagesEngine,
} from '../engine/pages/pages-engine.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import type { EngineOutcome } from '../engine/run-child.ts';
import { pipelineCause, transcodeFailed } from '../events-out.ts';
import type { PaperStore } from '../job-store.ts';
import type { PaperQueue } from '../paper-queue.ts';
import { inScratch, inScratchWith } from '../scratch.ts';
import type { Sources } from '../sources.ts';
import type { RecordingStore } from '../store.ts';

export type PaperExamineTools = {
  readonly store: RecordingStore;
  readonly papers: PaperStore;
  readonly sources: Pick<Sources, 'reader'>;
  readonly paperQueue: PaperQueue;
  readonly pages: Pick<PagesEngine, 'readDocument' | 'readPicture' | 'readPackage'>;
};

const MAX_BYTES: Readonly<Record<PaperKind, number>> = {
  document: MAX_DOCUMENT_BYTES,
  image: MAX_PICTURE_BYTES,
  package: MAX_PACKAGE_BYTES,
};

/**
 * Reads a document, picture or package that arrived: rejects it, or plans what is made of it and sends out the parts. When an
 * earlier run stopped between the plan and the sending, the parts are sent now. Undefined when there is nothing to do.
 */
export async function examinePaper(
  tools: PaperExamineTools,
  was: Recording,
  kind: PaperKind,
  cause: { readonly at: string; readonly causationId: string },
): Promise<EngineOutcome<'examined'>> {
  const { source, state } = was;
  if (state.status === 'transcoding') return examined(await sendPaperWork(tools, was));
  if (!source || state.status !== 'received') return examined();
  const outcome =
    state.bytes > MAX_BYTES[kind]
      ? { ok: true as const, value: reject('TOO_LARGE') }
      : await read(tools, tools.sources.reader({ assetId: was.assetId, ...source }, state.bytes), kind);
  if (!outcome.ok) return outcome;
  const verdict = outcome.value;
  const noted = await retryOnConflict(() => note(tools, was.assetId, kind, verdict, cause));
  if (!noted) throw new Error(`${was.assetId} kept changing while it was examined`);
  return examined(await sendPaperWork(tools, noted));
}

const examined = (_sent?: unknown) => ({ ok: true, value: 'examined' }) as const;

/** Notes the verdict, unless another delivery has: whoever handed the file over may still be noting its kind. */
async function note(
  { store }: PaperExamineTools,
  assetId: string,
  kind: PaperKind,
  verdict: Verdict<PaperPlan>,
  { at, causationId }: { readonly at: string; readonly causationId: string },
): Promise<Recording | 'conflict'> {
  const was = await store.find(assetId);
  if (!was) throw new Error(`${assetId} is gone`);
  if (was.state.status !== 'received') return was;
  const advanced = advance(was, [{ type: 'start-probe' }, meaningOf(verdict)], at);
  if (!advanced.ok) throw new Error(`${assetId}: ${advanced.reason}`);
  const next: Recording = { ...advanced.recording, kind };
  const outbox = transcodeFailed(next, pipelineCause(next, at, causationId));
  const saved = await store.save(was, next, { outbox, ...(verdict.ok && { plan: verdict.value }) });
  return saved === 'saved' ? next : saved;
}

function read(
  { pages }: PaperExamineTools,
  source: RangeReader,
  kind: PaperKind,
): Promise<EngineOutcome<Verdict<PaperPlan>>> {
  if (kind === 'package')
    return inScratch(async (folder) =>
      planned(await pages.readPackage(source, folder), (facts) => accept(planPackage(facts, PACKAGE_ENGINE))),
    );
  return inScratchWith(source, async (path, folder) => {
    if (kind === 'document')
      return planned(await pages.readDocument(path, folder), (facts) => planDocument(facts, DOCUMENT_ENGINE));
    return planned(await pages.readPicture(path, folder), (facts) => planImage(facts, IMAGE_ENGINE));
  });
}

function planned<Facts>(
  outcome: EngineOutcome<Verdict<Facts>>,
  plan: (facts: Facts) => Verdict<PaperPlan>,
): EngineOutcome<Verdict<PaperPlan>> {
  if (!outcome.ok || !outcome.value.ok) return outcome as EngineOutcome<Verdict<never>>;
  return { ok: true, value: plan(outcome.value.value) };
}

function meaningOf(verdict: Verdict<PaperPlan>): AssetCommand {
  if (!verdict.ok) return { type: 'reject', rejection: verdict.rejection };
  const total = partsOfPaper(verdict.value).length;
  return { type: 'accept-plan', planHash: verdict.value.planHash, total };
}

/** Sends what is left to do of a document, picture or package that is being made. */
export async function sendPaperWork(
  { papers, paperQueue }: Pick<PaperExamineTools, 'papers' | 'paperQueue'>,
  { assetId, source, state }: Recording,
): Promise<void> {
  if (state.status !== 'transcoding') return;
  const plan = source && (await papers.findPlan(assetId, source.objectVersion));
  if (!plan || !source) throw new Error(`${assetId} is ${state.status} without a plan`);
  const { objectVersion } = source;
  const { planHash, kind } = plan;
  await paperQueue.send(
    paperTasksLeft(state, plan).map((task) => ({ assetId, objectVersion, kind, planHash, task })),
  );
}
