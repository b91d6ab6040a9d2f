import type { FrameRange, TranscodePlan } from '../domain/plan.ts';

/**
 * Work handed to the child process as one message. Paths are absolute and made by us, never by an uploader. Of its
 * source it is told the size: the bytes come through the source pipe.
 */
export type Job = (
  | { readonly type: 'video'; readonly range: FrameRange; readonly outPaths: readonly string[] }
  | { readonly type: 'audio'; readonly outPaths: readonly string[] }
  | { readonly type: 'poster'; readonly outPath: string }
) & {
  readonly plan: TranscodePlan;
  readonly sourceSize: number;
};

/** The child's one answer. `engine` is the version it really ran. */
export type Reply =
  | { readonly ok: true; readonly engine: string }
  | { readonly ok: false; readonly detail: string };
