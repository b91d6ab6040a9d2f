import { MASTER_NAME, POSTER_NAME } from './presentation.ts';

/** Folder of everything a plan makes of a recording; also its path on the site. */
export const folderOf = (assetId: string, planHash: string): string => `media/${assetId}/${planHash}`;

/** Paths on the site of what was published for a plan. */
export const addressesOf = (assetId: string, planHash: string) => ({
  playlist: `/${folderOf(assetId, planHash)}/${MASTER_NAME}`,
  poster: `/${folderOf(assetId, planHash)}/${POSTER_NAME}`,
});
