import type { Asset } from './asset.ts';
import type { AssetKind } from './asset-kind.ts';
import { type DocumentPlan, groupsOf, type PageGroup } from './document-plan.ts';
import type { ImagePlan } from './image-plan.ts';
import { type FileGroup, fileGroupsOf, type PackagePlan } from './package-plan.ts';

/** What is not played in time: documents, pictures and packages. They share workers, a queue and a way to publish. */
export type PaperKind = Extract<AssetKind, 'document' | 'image' | 'package'>;

export type PaperPlan = DocumentPlan | ImagePlan | PackagePlan;

/** A piece of independent work: a group of pages, all sizes of a picture, or a group of files. */
export type PaperPart = PageGroup | 'sizes' | FileGroup;

/** Look at the file and plan, make a part, or `finish`, which publishes. */
export type PaperTask = 'examine' | PaperPart | 'finish';

export const isPaper = (kind: AssetKind | undefined): kind is PaperKind =>
  kind === 'document' || kind === 'image' || kind === 'package';

export function partsOfPaper(plan: PaperPlan): PaperPart[] {
  if (plan.kind === 'image') return ['sizes'];
  return plan.kind === 'document' ? groupsOf(plan) : fileGroupsOf(plan);
}

/** What is left to do: the parts not done, or the finish when all are. Nothing unless it is being made. */
export function paperTasksLeft(asset: Asset, plan: PaperPlan): PaperTask[] {
  if (asset.status !== 'transcoding') return [];
  const left = partsOfPaper(plan).filter((part) => !asset.done.includes(part));
  return left.length > 0 ? left : ['finish'];
}
