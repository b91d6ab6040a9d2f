import type { AssetCommand } from '../domain/asset.ts';
import type { AssetKind } from '../domain/asset-kind.ts';
import { isWorthComparing } from '../domain/attention.ts';
import { isLongLook } from '../domain/content-pieces.ts';
import { isPaper } from '../domain/paper-plan.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { advance, type Recording } from '../domain/recording.ts';
import { type Rejected, reject, type Verdict } from '../domain/rejection.ts';
import { partsOfPlan, tasksLeft } from '../domain/work.ts';
import { type Identified, identify } from '../engine/identify.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import type { EngineFailure } from '../engine/run-child.ts';
import { pipelineCause, transcodeFailed } from '../events-out.ts';
import type { PaperStore, PartStore } from '../job-store.ts';
import type { PaperQueue } from '../paper-queue.ts';
import type { Sources } from '../sources.ts';
import type { RecordingStore } from '../store.ts';
import type { WorkQueue } from '../work-queue.ts';
import type { CompareTools } from './compare-bytes.ts';
import { sendPaperWork } from './examine-paper.ts';
import { findOriginal } from './find-original.ts';

/** A file that was recognised. */
export type Found = {
  readonly recording: Recording;
  readonly source: RangeReader;
  readonly identified: Identified;
};

/** What is to be made of a file; `remuxed` when not of the file itself. */
export type Planned = {
  /** What the file turned out to be: a container of videos may hold sound alone. */
  readonly kind: AssetKind;
  readonly plan: TranscodePlan;
  readonly remuxed?: { readonly objectVersion: string; readonly bytes: number };
};

/** A file that the engine could not even look at; nothing is noted of it. */
export type Unexamined = { readonly failure: EngineFailure };

/**
 * Looks closer at files of a kind. `handed-over` when it sent the file to workers of its own, which note themselves
 * what they find.
 */
export type Examiner = (found: Found) => Promise<Verdict<Planned> | 'handed-over' | Unexamined>;

/** A kind without an examiner is refused. */
export type Examiners = Readonly<Partial<Record<AssetKind, Examiner>>>;

type SendTools = {
  readonly store: RecordingStore;
  readonly parts: Pick<PartStore, 'findPlan'>;
  readonly queue: WorkQueue;
  readonly papers: PaperStore;
  readonly paperQueue: PaperQueue;
};

export type ExamineTools = CompareTools &
  SendTools & { readonly sources: Pick<Sources, 'reader'>; readonly examiners: Examiners };

/**
 * Looks into a file that arrived: rejects it, plans what is made of it and sends out the parts, or hands it over. When
 * an earlier run stopped between the plan and the sending, the parts are sent now.
 */
export async function examineUpload(
  tools: ExamineTools,
  assetId: string,
  cause: { readonly at: string; readonly causationId: string },
): Promise<Recording | undefined | 'conflict' | Unexamined> {
  const was = await tools.store.find(assetId);
  if (!was?.source) return was;
  if (was.state.status === 'transcoding') return sendWork(tools, was);
  if (was.state.status !== 'received') return was;
  const { objectVersion } = was.source;
  const source = tools.sources.reader({ assetId, objectVersion }, was.state.bytes);
  const identified = await identify(source);
  if (!identified.ok) return note(tools, was, { verdict: identified }, cause);
  const { kind } = identified.value;
  const judged = await judge(tools, { recording: was, source, identified: identified.value });
  if (judged === 'handed-over') {
    if (was.kind !== kind) await tools.store.saveKind(was, kind);
    return was;
  }
  return 'failure' in judged ? judged : note(tools, was, { verdict: judged, kind }, cause);
}

async function judge(tools: ExamineTools, found: Found): ReturnType<Examiner> {
  const { recording, identified } = found;
  const examine = tools.examiners[identified.kind];
  if (!examine) return reject('UNRECOGNISED');
  const beganAt = tools.now();
  if (!isWorthComparing(recording, beganAt)) return examine(found);
  const original = await findOriginal(tools, recording);
  if (original === 'unread') return lookAgain(tools, recording);
  const { duplicateOf } = original;
  if (duplicateOf) return reject('DUPLICATE', { duplicateOf });
  // To lay a file anew takes most of the time that a function has.
  const isLate = identified.isLoose && isLongLook(beganAt, tools.now());
  return isLate ? lookAgain(tools, recording) : examine(found);
}

/** Sends what there was no time for to a worker, which finds noted what was read until now. */
async function lookAgain({ queue, store, now }: ExamineTools, was: Recording): Promise<'handed-over'> {
  const { assetId, source } = was;
  await queue.send([{ assetId, objectVersion: source?.objectVersion ?? '', task: 'examine' }]);
  await store.saveMoved(was, now());
  return 'handed-over';
}

/** Notes the outcome, and sends out what follows from it. */
async function note(
  tools: ExamineTools,
  was: Recording,
  { verdict, kind }: { readonly verdict: Verdict<Planned> | Rejected; readonly kind?: AssetKind },
  cause: { readonly at: string; readonly causationId: string },
): Promise<Recording | 'conflict'> {
  // The look may have taken minutes; and of two machines' clocks one may be behind.
  const now = tools.now();
  const isBehind = now < cause.at;
  const at = isBehind ? cause.at : now;
  const advanced = advance(was, [{ type: 'start-probe' }, meaningOf(verdict)], at);
  if (!advanced.ok) throw new Error(`${was.assetId}: ${advanced.reason}`);
  // Of what is refused, too: what its sender is to do about it depends on what it is.
  const known: Recording = { ...advanced.recording, ...(kind && { kind }) };
  const next = verdict.ok ? withPlanned(known, verdict.value) : known;
  const outbox = transcodeFailed(next, pipelineCause(next, at, cause.causationId));
  const saved = await tools.store.save(was, next, {
    outbox,
    ...(verdict.ok && { plan: verdict.value.plan }),
  });
  if (saved === 'conflict') return saved;
  return verdict.ok ? sendWork(tools, next, verdict.value.plan) : next;
}

const withPlanned = (recording: Recording, { kind, remuxed }: Planned): Recording => ({
  ...recording,
  kind,
  ...(recording.source && remuxed && { source: { ...recording.source, remuxed } }),
});

function meaningOf(verdict: Verdict<Planned>): AssetCommand {
  if (!verdict.ok) return { type: 'reject', rejection: verdict.rejection };
  const { plan } = verdict.value;
  return { type: 'accept-plan', planHash: plan.planHash, total: partsOfPlan(plan).length };
}

/** Sends what is left to do of a recording that is being transcoded. */
export async function sendWork(
  { parts, queue, papers, paperQueue }: SendTools,
  recording: Recording,
  known?: TranscodePlan,
): Promise<Recording> {
  if (isPaper(recording.kind)) {
    await sendPaperWork({ papers, paperQueue }, recording);
    return recording;
  }
  const { assetId, source, state } = recording;
  const plan = known ?? (source && (await parts.findPlan(assetId, source.objectVersion)));
  if (!plan || !source) throw new Error(`${assetId} is ${state.status} without a plan`);
  const { objectVersion } = source;
  const { planHash } = plan;
  await queue.send(tasksLeft(state, plan).map((task) => ({ assetId, objectVersion, planHash, task })));
  return recording;
}
