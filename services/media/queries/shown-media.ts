import { isShown, type Publication } from '../domain/access.ts';

/** Of what is ready, what the library has issued. */
export function shownOf<Ready extends { readonly assetId: string }>(
  ready: readonly Ready[],
  publications: readonly Publication[],
): Ready[] {
  const shown = new Set(publications.filter(isShown).map(({ assetId }) => assetId));
  return ready.filter(({ assetId }) => shown.has(assetId));
}
