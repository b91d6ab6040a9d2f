import type { AssetCommand } from '../domain/asset.ts';
import { isPaper } from '../domain/paper-plan.ts';
import { type ProbeFacts, planTranscode, type TranscodePlan } from '../domain/plan.ts';
import { advance, type Recording } from '../domain/recording.ts';
import type { Verdict } from '../domain/rejection.ts';
import { partsOfPlan, tasksLeft } from '../domain/work.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import { pipelineCause, transcodeFailed } from '../events-out.ts';
import type { PaperQueue } from '../paper-queue.ts';
import type { PaperStore } from '../paper-store.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';
import type { WorkQueue } from '../work-queue.ts';
import { sendPaperWork } from './examine-paper.ts';

export type ExamineTools = {
  readonly store: RecordingStore;
  readonly uploads: Uploads;
  readonly queue: WorkQueue;
  readonly papers: PaperStore;
  readonly paperQueue: PaperQueue;
  readonly engine: { readonly version: string; probe(source: RangeReader): Promise<Verdict<ProbeFacts>> };
};

/**
 * Looks into a file that arrived: rejects it, or plans its transcoding and sends out the parts. When an earlier run
 * stopped between the plan and the sending, the parts are sent now.
 */
export async function examineUpload(
  tools: ExamineTools,
  assetId: string,
  cause: { readonly at: string; readonly causationId: string },
): Promise<Recording | undefined | 'conflict'> {
  const was = await tools.store.find(assetId);
  if (!was?.source) return was;
  if (was.state.status === 'transcoding') return sendWork(tools, was);
  if (was.state.status !== 'received') return was;
  const verdict = await judge(tools, { assetId, ...was.source }, was.state.bytes);
  const advanced = advance(was, [{ type: 'start-probe' }, meaningOf(verdict)], cause.at);
  if (!advanced.ok) throw new Error(`${assetId}: ${advanced.reason}`);
  const next: Recording = { ...advanced.recording, ...(verdict.ok && { kind: 'video' }) };
  const outbox = transcodeFailed(next, pipelineCause(next, cause.at, cause.causationId));
  const saved = await tools.store.save(was, next, { outbox, ...(verdict.ok && { plan: verdict.value }) });
  if (saved === 'conflict') return saved;
  return verdict.ok ? sendWork(tools, next, verdict.value) : next;
}

async function judge(
  { uploads, engine }: ExamineTools,
  source: Parameters<Uploads['reader']>[0],
  bytes: number,
) {
  const facts = await engine.probe(uploads.reader(source, bytes));
  return facts.ok ? planTranscode(facts.value, engine.version) : facts;
}

function meaningOf(verdict: Verdict<TranscodePlan>): AssetCommand {
  if (!verdict.ok) return { type: 'reject', rejection: verdict.rejection };
  const total = partsOfPlan(verdict.value).length;
  return { type: 'accept-plan', planHash: verdict.value.planHash, total };
}

/** Sends what is left to do of a recording that is being transcoded. */
export async function sendWork(
  { store, queue, papers, paperQueue }: Pick<ExamineTools, 'store' | 'queue' | 'papers' | 'paperQueue'>,
  recording: Recording,
  known?: TranscodePlan,
): Promise<Recording> {
  if (isPaper(recording.kind)) {
    await sendPaperWork({ papers, paperQueue }, recording);
    return recording;
  }
  const { assetId, source, state } = recording;
  const plan = known ?? (source && (await store.findPlan(assetId, source.objectVersion)));
  if (!plan || !source) throw new Error(`${assetId} is ${state.status} without a plan`);
  const { objectVersion } = source;
  const { planHash } = plan;
  await queue.send(tasksLeft(state, plan).map((task) => ({ assetId, objectVersion, planHash, task })));
  return recording;
}
