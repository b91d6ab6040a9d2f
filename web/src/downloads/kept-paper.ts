import { imageAddress, pageAddress, type ShownDocument, type ShownImage } from '../materials/addresses.ts';

type Shown = { readonly document?: ShownDocument | undefined; readonly image?: ShownImage | undefined };

/** A document or picture on the device: in which width, and the addresses of all that belongs to it. */
export type KeptPaper = {
  readonly assetId: string;
  readonly rendition: string;
  readonly files: readonly string[];
};

/** The narrowest picture that is still read on a phone. */
const READABLE = 640;

/** The ways in which a document or picture can be taken along, smallest first; none of what plays. */
export const paperRenditions = ({ document, image }: Shown) => {
  const pages = document?.widths.map(({ width, bytes }) => ({
    ...{ name: String(width), height: width },
    bytes: bytes + document.text.bytes,
  }));
  const widest = image?.sizes.at(-1)?.width ?? 0;
  const pictures = image?.sizes
    .filter(({ width }) => width >= Math.min(READABLE, widest))
    .map(({ width, height, bytes }) => ({ name: String(width), height, bytes: bytes.webp }));
  return [...(pages ?? []), ...(pictures ?? [])];
};

/** Addresses of all that one rendition consists of. */
export const filesOfPaper = ({ document, image }: Shown, rendition: string): readonly string[] => {
  const width = Number(rendition);
  const pages = Array.from({ length: document?.pages ?? 0 }, (_, at) => at + 1);
  return [
    ...(document ? [document.text.path, ...pages.map((page) => pageAddress(document, page, width))] : []),
    ...(image ? [imageAddress(image, width, 'webp')] : []),
  ];
};
