import { isShown, type Publication } from '../domain/access.ts';

type Access = NonNullable<Publication['access']>;

/** Of what is ready, what the library has issued, and to whom it is open. */
export function shownOf<Ready extends { readonly assetId: string }>(
  ready: readonly Ready[],
  publications: readonly Publication[],
): (Ready & { readonly access: Access })[] {
  const shown = new Map(
    publications
      .filter(isShown)
      .map(({ assetId, access = 'enrolled' }): [string, Access] => [assetId, access]),
  );
  return ready.flatMap((one) => {
    const access = shown.get(one.assetId);
    return access ? [{ ...one, access }] : [];
  });
}
