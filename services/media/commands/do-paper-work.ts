import type { DeadLetters } from '../dead-letters.ts';
import { isComplete } from '../domain/asset.ts';
import type { PaperPart, PaperPlan } from '../domain/paper-plan.ts';
import type { Recording } from '../domain/recording.ts';
import type { EngineFailure, EngineOutcome } from '../engine/run-child.ts';
import type { PaperMessage } from '../paper-queue.ts';
import { type Delivery, giveUpOrThrow } from './do-work.ts';
import { examinePaper, type PaperExamineTools } from './examine-paper.ts';
import { type MakeTools, makePaperPart } from './make-paper-part.ts';
import { type PublishPaperTools, publishPaper } from './publish-paper.ts';

export type PaperTools = PaperExamineTools &
  MakeTools &
  PublishPaperTools & { readonly deadLetters: Pick<DeadLetters, 'keep'> };

/**
 * Does a piece of work on a document, picture or package if it is still wanted; any number of deliveries have the effect of
 * one. Throws for what may pass; gives it up when the engine cannot do it.
 */
export async function doPaperWork(
  tools: PaperTools,
  message: PaperMessage,
  delivery: Delivery,
): Promise<void> {
  const recording = await tools.store.find(message.assetId);
  if (!recording) return;
  const failure =
    message.task === 'examine'
      ? failureOf(await examinePaper(tools, recording, message.kind, delivery))
      : await make(tools, recording, { ...message, task: message.task }, delivery);
  if (failure) await giveUpOrThrow(tools, message, failure, delivery);
}

const failureOf = (outcome: EngineOutcome<unknown>): EngineFailure | undefined =>
  outcome.ok ? undefined : outcome.failure;

type MakeMessage = PaperMessage & { readonly task: PaperPart | 'finish' };

async function make(
  tools: PaperTools,
  recording: Recording,
  { task, ...message }: MakeMessage,
  delivery: Delivery,
): Promise<EngineFailure | undefined> {
  const { assetId, objectVersion, planHash } = message;
  const { state } = recording;
  if (state.status !== 'transcoding' || state.planHash !== planHash) return undefined;
  const plan = await tools.papers.findPlan(assetId, objectVersion);
  if (!plan) throw new Error(`${assetId} is being made without a plan`);
  if (task !== 'finish') return completePart(tools, recording, { ...message, part: task }, plan, delivery);
  if (!isComplete(state)) return undefined;
  return failureOf(await publishPaper(tools, recording, message, plan, delivery));
}

async function completePart(
  tools: PaperTools,
  { state, bytes }: Recording,
  { part, ...message }: Omit<PaperMessage, 'task'> & { readonly part: PaperPart },
  plan: PaperPlan,
  { at }: Delivery,
): Promise<EngineFailure | undefined> {
  const { assetId } = message;
  const isDone = state.status === 'transcoding' && state.done.includes(part);
  if (!isDone) {
    const made = await makePaperPart(tools, assetId, tools.sources.reader(message, bytes), plan, part);
    if (!made.ok) return made.failure;
    await tools.papers.saveFacts(assetId, plan.planHash, made.value);
  }
  // Also when it was done before: an earlier delivery may have ended before it sent the finish.
  const now = await tools.store.completePart(assetId, plan.planHash, part, at);
  if (now && isComplete(now.state)) await tools.paperQueue.send([{ ...message, task: 'finish' }]);
  return undefined;
}
