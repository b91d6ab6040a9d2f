import { type ProbeFacts, planTranscode } from '../domain/plan.ts';
import { accept, type Verdict } from '../domain/rejection.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import type { Examiner } from './examine-upload.ts';

export type RecordingTools = {
  readonly engine: {
    readonly version: string;
    probe(source: RangeReader): Promise<Verdict<ProbeFacts>>;
  };
};

/** Plans what is watched and heard. */
export const recordingExaminer =
  ({ engine }: RecordingTools): Examiner =>
  async ({ source, identified: { kind } }) => {
    const facts = await engine.probe(source);
    const plan = facts.ok ? planTranscode(facts.value, engine.version) : facts;
    return plan.ok ? accept({ kind, plan: plan.value }) : plan;
  };
