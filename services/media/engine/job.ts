import type { FrameRange, TranscodePlan } from '../domain/plan.ts';
import type { FinishJob } from './finish-jobs.ts';
import type { RemuxJob } from './remux.ts';

/**
 * Work handed to the child process as one message. Paths are absolute and made by us, never by an uploader. Of its
 * source it is told the size: the bytes come through the source pipe.
 */
export type Job = (EncodeJob | FinishJob | RemuxJob) & { readonly sourceSize: number };

type EncodeJob = {
  readonly type: 'video' | 'audio';
  readonly outPaths: readonly string[];
  readonly plan: TranscodePlan;
} & ({ readonly type: 'video'; readonly range: FrameRange } | { readonly type: 'audio' });

/** The child's one answer. `engine` is the version it really ran; `refusal` why a look found a file to be none of ours. */
export type Reply =
  | { readonly ok: true; readonly engine: string; readonly refusal?: string }
  | { readonly ok: false; readonly detail: string };
