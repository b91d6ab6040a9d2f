import { useMessages } from '../messages/use-messages.ts';
import { pageAddress, type ShownDocument, srcSet } from './addresses.ts';
import { MediaImage } from './media-image.tsx';
import type { PageText } from './use-page-texts.ts';

type Props = {
  readonly document: Pick<ShownDocument, 'folder' | 'pages'>;
  /** From 1. */
  readonly page: number;
  readonly widths: readonly number[];
  readonly isKept: boolean;
  readonly about: PageText;
  readonly isEager: boolean;
};

/** As wide as the reader; enlarged the browser has the sharper one on a desk. */
const SIZES = '(min-width: 720px) 648px, 100vw';

/** The words of a page, for whoever reads rather than looks. */
export const PageWords = ({ text }: { text: string }) => {
  const { materials: t } = useMessages();
  if (text === '') return <p class="muted">{t.noWords}</p>;
  return text.split('\n').map((line, at) => (
    // A line is its place: lines of a page neither move nor change.
    <p key={at}>{line}</p>
  ));
};

/** The picture of a page, with its words for screen readers, who get nothing from a picture of print. */
export const PagePicture = ({ document, page, widths, isKept, about, isEager }: Props) => {
  const { materials: t } = useMessages();
  const { width, height, text } = about;
  return (
    <>
      <MediaImage
        src={pageAddress(document, page, widths[0] ?? 0)}
        srcset={srcSet(widths, (across) => pageAddress(document, page, across))}
        sizes={SIZES}
        alt={text === '' ? t.scan(page) : ''}
        {...{ width, height, isKept, isEager }}
      />
      {text !== '' && (
        <div class="unseen">
          <PageWords text={text} />
        </div>
      )}
    </>
  );
};
