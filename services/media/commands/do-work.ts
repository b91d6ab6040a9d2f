import type { DeadLetters } from '../dead-letters.ts';
import { type FailureCode, isComplete, type Part } from '../domain/asset.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { type Recording, workedFile } from '../domain/recording.ts';
import type { Engine } from '../engine/engine.ts';
import type { EngineFailure } from '../engine/run-child.ts';
import type { WorkMessage } from '../work-queue.ts';
import { type EncodeTools, encodePart } from './encode-part.ts';
import { type ExamineTools, examineUpload } from './examine-upload.ts';
import { failRecording } from './fail-recording.ts';
import { type PublishTools, publishRecording } from './publish-recording.ts';
import { receiveUpload } from './receive-upload.ts';
import { renewPlan } from './renew-plan.ts';

export type WorkTools = ExamineTools &
  EncodeTools &
  PublishTools & {
    readonly engine: Engine & { readonly version: string };
    readonly deadLetters: Pick<DeadLetters, 'keep'>;
  };

/** One delivery of a message: `isLast` when the engine is not to have another. */
export type Delivery = {
  readonly at: string;
  readonly causationId: string;
  readonly isLast: boolean;
  readonly jobId: string;
};

/**
 * Does a piece of work if it is still wanted; any number of deliveries have the effect of one. Throws for what may
 * pass; gives the recording up when the engine cannot do it.
 */
export async function doWork(tools: WorkTools, message: WorkMessage, delivery: Delivery): Promise<void> {
  const recording = await tools.store.find(message.assetId);
  if (!recording) return;
  if (message.task === 'examine') return examine(tools, recording, message, delivery);
  const { state } = recording;
  if (state.status !== 'transcoding' || state.planHash !== message.planHash) return;
  const plan = await tools.parts.findPlan(message.assetId, message.objectVersion);
  if (!plan) throw new Error(`${message.assetId} is transcoding without a plan`);
  if (plan.engine !== tools.engine.version) return renewPlan(tools, recording, delivery);
  const failure =
    message.task === 'finish'
      ? await finish(tools, recording, plan, delivery)
      : await completePart(tools, recording, { ...message, part: message.task }, plan, delivery);
  if (failure) await giveUpOrThrow(tools, message, failure, delivery);
}

/** For an arrival whose event seems lost: its length was checked when the parts were joined. */
async function examine(
  tools: WorkTools,
  { assetId, bytes }: Recording,
  message: WorkMessage,
  delivery: Delivery,
): Promise<void> {
  const { objectVersion } = message;
  const { jobId, ...cause } = delivery;
  const received = await receiveUpload(tools.store, { assetId, objectVersion, bytes, jobId }, cause);
  const examined = received === 'conflict' ? received : await examineUpload(tools, assetId, cause);
  if (examined === 'conflict') throw new Error(`${assetId} changed while it was examined`);
  if (examined && 'failure' in examined) await giveUpOrThrow(tools, message, examined.failure, delivery);
}

async function completePart(
  tools: WorkTools,
  recording: Recording,
  message: WorkMessage & { readonly part: Part },
  plan: TranscodePlan,
  { at, isLast }: Delivery,
): Promise<EngineFailure | undefined> {
  const { assetId, part } = message;
  const { state } = recording;
  const isDone = state.status === 'transcoding' && state.done.includes(part);
  if (!isDone) {
    const file = workedFile(recording, message.objectVersion);
    const source = tools.sources.reader(file, file.bytes);
    const encoded = await encodePart(tools, { assetId, source, plan, part, inHalves: isLast });
    if (!encoded.ok) return encoded.failure;
    await tools.parts.saveFacts(assetId, plan.planHash, encoded.value);
  }
  // Also when it was done before: an earlier delivery may have ended before it sent the finish.
  const now = await tools.store.completePart(assetId, plan.planHash, part, at);
  if (now && isComplete(now.state)) {
    const { objectVersion } = message;
    await tools.queue.send([{ assetId, objectVersion, planHash: plan.planHash, task: 'finish' }]);
  }
  return undefined;
}

async function finish(
  tools: WorkTools,
  recording: Recording,
  plan: TranscodePlan,
  delivery: Delivery,
): Promise<EngineFailure | undefined> {
  if (!isComplete(recording.state)) return undefined;
  const outcome = await publishRecording(tools, recording, plan, delivery);
  return outcome.ok ? undefined : outcome.failure;
}

/** The same input ends the same way; a lack of time or memory, or a crash, may be the machine's. */
const MAY_PASS: ReadonlySet<EngineFailure['code']> = new Set(['TIMEOUT', 'MEMORY', 'CRASHED']);

/**
 * Gives the recording up when the engine cannot do it, keeping the message for a person to look at, and throws while
 * another delivery may.
 */
export async function giveUpOrThrow(
  { store, deadLetters }: Pick<WorkTools, 'store' | 'deadLetters'>,
  message: { readonly assetId: string; readonly task: string },
  failure: EngineFailure,
  delivery: Delivery,
): Promise<void> {
  const { assetId, task } = message;
  const { code, detail } = failure;
  if (MAY_PASS.has(code) && !delivery.isLast) throw new Error(`${assetId} ${task}: ${code} ${detail}`);
  await deadLetters.keep(message, failure);
  const known: FailureCode = code === 'CRASHED' || code === 'WORK' ? 'ENGINE' : code;
  await failRecording(store, assetId, known, delivery);
}
