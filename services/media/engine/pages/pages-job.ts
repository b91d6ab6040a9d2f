import type { PageSize } from '../../domain/document-plan.ts';
import type { ImageSize } from '../../domain/image-plan.ts';

/**
 * Work handed to the child as one message. Paths are absolute and made by us; the answer lies at `resultPath`. Of an
 * archive only the size is told: its bytes come through the source pipe, so that a part reads no more than it needs.
 */
export type PagesJob = (FileJob | ArchiveJob) & { readonly resultPath: string };

type FileJob = (
  | { readonly type: 'read-document' }
  | {
      readonly type: 'make-pages';
      readonly pages: readonly (PageSize & { readonly page: number })[];
      readonly outDir: string;
    }
  | { readonly type: 'read-picture' }
  | { readonly type: 'make-sizes'; readonly sizes: readonly ImageSize[]; readonly outDir: string }
) & { readonly sourcePath: string };

type ArchiveJob = (
  | { readonly type: 'read-package' }
  | {
      readonly type: 'unpack-files';
      readonly filesHash: string;
      readonly from: number;
      readonly to: number;
      readonly outDir: string;
    }
) & { readonly sourceSize: number };

export type PagesJobType = PagesJob['type'];
export type JobOf<T extends PagesJobType> = Extract<PagesJob, { readonly type: T }>;
