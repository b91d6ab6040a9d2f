import { stat } from 'node:fs/promises';
import { type ProbeFacts, planTranscode } from '../domain/plan.ts';
import { accept, reject, type Verdict } from '../domain/rejection.ts';
import { fitsSoundTime } from '../domain/sound-time.ts';
import type { Engine } from '../engine/engine.ts';
import { openFileReader, type RangeReader } from '../engine/range-reader.ts';
import type { Remuxed } from '../engine/remux.ts';
import type { EngineFailure } from '../engine/run-child.ts';
import { inScratch } from '../scratch.ts';
import type { Sources } from '../sources.ts';
import type { WorkQueue } from '../work-queue.ts';
import type { Examiner, Found, Planned, Unexamined } from './examine-upload.ts';

/** Largest file whose streams are laid into another container (5 GiB): one put takes no more. */
const MAX_REMUX_BYTES = 5 * 1024 ** 3;

export type RecordingTools = {
  readonly sources: Pick<Sources, 'putRemuxed'>;
  readonly queue: WorkQueue;
  readonly engine: {
    readonly version: string;
    probe(source: RangeReader): Promise<Verdict<ProbeFacts>>;
    /** Absent where there is no native code. */
    readonly remux?: Engine['remux'];
  };
};

/**
 * Plans what is watched and heard. A file that cannot be cut at any time goes to a worker, which lays its streams into
 * a container that can be, and plans that.
 */
export const recordingExaminer =
  (tools: RecordingTools): Examiner =>
  async (found) => {
    const { recording, source, identified } = found;
    if (!identified.isLoose) return planned(tools, source);
    if (source.size > MAX_REMUX_BYTES) return reject('TOO_LARGE');
    const { remux } = tools.engine;
    if (remux) return plannedRemuxed(tools, remux, found);
    const { assetId } = recording;
    const objectVersion = recording.source?.objectVersion ?? '';
    await tools.queue.send([{ assetId, objectVersion, task: 'examine' }]);
    return 'handed-over';
  };

async function planned({ engine }: RecordingTools, source: RangeReader): Promise<Verdict<Planned>> {
  const facts = await engine.probe(source);
  if (!facts.ok) return facts;
  const plan = planTranscode(facts.value, engine.version);
  if (!plan.ok) return plan;
  if (!fitsSoundTime(plan.value, source.size, facts.value.sound)) return reject('TOO_LONG');
  return accept({ kind: plan.value.rungs.length > 0 ? 'video' : 'audio', plan: plan.value });
}

/** What the engine cannot lay anew, though it looked well, is packed in a way that nobody reads; or there was no room. */
const meaningOf = ({ code, detail }: EngineFailure) => {
  if (code !== 'ENGINE') return { failure: { code, detail } };
  return detail.includes('No space left')
    ? { failure: { code: 'MEMORY', detail } as const }
    : reject('CODEC');
};

function plannedRemuxed(
  tools: RecordingTools,
  remux: Engine['remux'],
  { recording: { assetId }, source, identified }: Found,
): Promise<Verdict<Planned> | Unexamined> {
  return inScratch(async (folder) => {
    const outcome = await remux(identified.container as Remuxed, source, folder);
    if (!outcome.ok) return meaningOf(outcome.failure);
    if (!outcome.value.ok) return outcome.value;
    const path = outcome.value.value;
    await using file = await openFileReader(path);
    const verdict = await planned(tools, file);
    if (!verdict.ok) return verdict;
    const { size } = await stat(path);
    const objectVersion = await tools.sources.putRemuxed(assetId, path, size);
    return accept({ ...verdict.value, remuxed: { objectVersion, bytes: size } });
  });
}
