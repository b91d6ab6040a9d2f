import type { Asset } from './asset.ts';
import type { AssetKind } from './asset-kind.ts';
import { type DocumentPlan, groupsOf, type PageGroup } from './document-plan.ts';
import type { ImagePlan } from './image-plan.ts';

/** What is looked at rather than played: documents and pictures. They share workers, a queue and a way to publish. */
export type PaperKind = Extract<AssetKind, 'document' | 'image'>;

export type PaperPlan = DocumentPlan | ImagePlan;

/** A piece of independent work: a group of pages, or all sizes of a picture. */
export type PaperPart = PageGroup | 'sizes';

/** Look at the file and plan, make a part, or `finish`, which publishes. */
export type PaperTask = 'examine' | PaperPart | 'finish';

export const isPaper = (kind: AssetKind | undefined): kind is PaperKind =>
  kind === 'document' || kind === 'image';

export const partsOfPaper = (plan: PaperPlan): PaperPart[] =>
  plan.kind === 'document' ? groupsOf(plan) : ['sizes'];

/** What is left to do: the parts not done, or the finish when all are. Nothing unless it is being made. */
export function paperTasksLeft(asset: Asset, plan: PaperPlan): PaperTask[] {
  if (asset.status !== 'transcoding') return [];
  const left = partsOfPaper(plan).filter((part) => !asset.done.includes(part));
  return left.length > 0 ? left : ['finish'];
}
