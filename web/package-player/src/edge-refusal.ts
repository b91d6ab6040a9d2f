/** As much of a document as is looked at. */
type Looked = { readonly documentElement: { readonly localName: string } | null };

/**
 * Whether a frame holds what the edge says instead of a file: `<Error>` as S3 and CloudFront write it. By its type alone it
 * could be a page of the package, for XHTML and pictures in SVG are XML too. The browser's own page for what could not be
 * fetched lets nobody look into it.
 */
export const isRefusal = (shown: Looked | null): boolean =>
  shown === null || shown.documentElement?.localName === 'Error';
