import { isShown, type Publication } from '../domain/access.ts';
import { asideOf } from '../domain/delivery-path.ts';

type Access = NonNullable<Publication['access']>;
type WithPicture = { readonly image?: { readonly alt: string } | undefined };

/** A picture with the words that were appraised: they may have been written after it was sent. */
export const withAppraisedWords = <Ready extends WithPicture>(
  ready: Ready,
  { altText }: Pick<Publication, 'altText'> = {},
): Ready => (ready.image && altText ? { ...ready, image: { ...ready.image, alt: altText } } : ready);

/** What is not issued, or no more, names the poster that a pass opens. */
export const withPoster = <V extends { readonly poster?: string }>(
  view: V,
  publication: Publication | undefined,
): V => (view.poster && !isShown(publication) ? { ...view, poster: asideOf(view.poster) } : view);

/** Of what is ready, what the library has issued, and to whom it is open. */
export function shownOf<Ready extends WithPicture & { readonly assetId: string }>(
  ready: readonly Ready[],
  publications: readonly Publication[],
): (Ready & { readonly access: Access })[] {
  const shown = new Map(publications.filter(isShown).map((one) => [one.assetId, one]));
  return ready.flatMap((one) => {
    const publication = shown.get(one.assetId);
    const { access = 'enrolled' } = publication ?? {};
    return publication ? [{ ...withAppraisedWords(one, publication), access }] : [];
  });
}
