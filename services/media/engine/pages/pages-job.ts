import type { PageSize } from '../../domain/document-plan.ts';
import type { ImageSize } from '../../domain/image-plan.ts';

/** Work handed to the child as one message. Paths are absolute and made by us; the answer lies at `resultPath`. */
export type PagesJob = (
  | { readonly type: 'read-document' }
  | {
      readonly type: 'make-pages';
      readonly pages: readonly (PageSize & { readonly page: number })[];
      readonly outDir: string;
    }
  | { readonly type: 'read-picture' }
  | { readonly type: 'make-sizes'; readonly sizes: readonly ImageSize[]; readonly outDir: string }
) & { readonly sourcePath: string; readonly resultPath: string };

export type PagesJobType = PagesJob['type'];
export type JobOf<T extends PagesJobType> = Extract<PagesJob, { readonly type: T }>;
