import { MASTER_NAME, POSTER_NAME } from './presentation.ts';

/** Folder of everything a plan makes of a recording; also its path on the site. */
export const folderOf = (assetId: string, planHash: string): string => `media/${assetId}/${planHash}`;

/** Folder of a package's files, which the site itself never serves: they are scripts of strangers. */
export const packageFolderOf = (assetId: string, planHash: string): string =>
  `packages/${assetId}/${planHash}`;

/** Where a poster lies for those who hold a pass. Of what is issued a copy lies under its own name, for everybody. */
export const asideOf = (poster: string): string => poster.replace(/poster(\.\w+)$/, 'unissued$1');

type WithPictures = { readonly storyboard?: string };

/** Paths on the site of what was published for a plan. A poster has only what has pictures, as the storyboard has. */
export const addressesOf = (
  assetId: string,
  planHash: string,
  { storyboard }: WithPictures = {},
): { readonly playlist: string; readonly poster?: string } => ({
  playlist: `/${folderOf(assetId, planHash)}/${MASTER_NAME}`,
  ...(storyboard && { poster: `/${folderOf(assetId, planHash)}/${POSTER_NAME}` }),
});
