import { useKeptRendition } from '../downloads/use-kept.ts';
import { imageAddress, type ShownImage, srcSet } from './addresses.ts';
import { MediaImage } from './media-image.tsx';

type Props = {
  readonly asset: { readonly assetId?: string; readonly title: string; readonly image: ShownImage };
};

/** As wide as a lesson's text; on a phone the whole screen. */
const SIZES = '(min-width: 720px) 648px, 100vw';
/** For browsers that choose nothing themselves. */
const USUAL = 640;

/** A picture in the format and size that the browser likes best, or as it was downloaded. */
export const Picture = ({ asset: { assetId, title, image } }: Props) => {
  const kept = useKeptRendition(assetId);
  const widths = image.sizes.map(({ width }) => width);
  const widest = image.sizes.at(-1);
  const usual = widths.find((width) => width >= USUAL) ?? widest?.width ?? USUAL;
  const source = (format: 'avif' | 'webp') => (
    <source
      type={`image/${format}`}
      sizes={SIZES}
      srcset={srcSet(widths, (width) => imageAddress(image, width, format))}
    />
  );
  return (
    <figure class="recording">
      <MediaImage
        key={kept}
        src={kept ? imageAddress(image, Number(kept), 'webp') : imageAddress(image, usual, 'jpg')}
        sources={kept ? undefined : [source('avif'), source('webp')]}
        isKept={kept !== undefined}
        alt={image.alt}
        width={widest?.width}
        height={widest?.height}
      />
      <figcaption>{title}</figcaption>
    </figure>
  );
};
