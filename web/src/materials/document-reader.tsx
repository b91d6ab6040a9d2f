import './document-reader.css';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { bringWords } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { materials as words } from '../messages/vi/materials.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { askedPage } from '../viewing/asked-place.ts';
import type { ShownDocument } from './addresses.ts';
import { PagePicture, PageWords } from './document-page.tsx';
import { DocumentTools } from './document-tools.tsx';
import { type PageText, usePageTexts } from './use-page-texts.ts';
import { usePrinting } from './use-printing.ts';

bringWords({ materials: words });

type Props = {
  readonly title: string;
  readonly document: ShownDocument;
  /** Widths of the pictures that may be asked for: what was downloaded, or all. */
  readonly widths: readonly number[];
  readonly isKept: boolean;
  readonly onClose: () => void;
};

type PagesProps = Pick<Props, 'title' | 'document' | 'widths' | 'isKept'> & {
  readonly pages: readonly PageText[];
  readonly sheet: RefObject<HTMLElement | null>;
  readonly isText: boolean;
  readonly isLarge: boolean;
  readonly isEager: boolean;
};

const Pages = ({ title, document, widths, isKept, pages, sheet, isText, isLarge, isEager }: PagesProps) => {
  const { materials: t } = useMessages();
  return (
    <section
      ref={sheet}
      class="document-pages"
      data-large={isLarge || undefined}
      aria-label={title}
      // Enlarged pages are moved with the arrow keys.
      tabIndex={isLarge ? 0 : -1}
    >
      {pages.map((about, at) => {
        const page = at + 1;
        return (
          <section
            key={page}
            class={isText ? 'document-page document-words' : 'document-page'}
            aria-label={t.page(page, pages.length)}
            tabIndex={-1}
          >
            <p class="document-number">{t.page(page, pages.length)}</p>
            {isText ? (
              <PageWords text={about.text} />
            ) : (
              <PagePicture {...{ document, page, widths, isKept, about, isEager }} />
            )}
          </section>
        );
      })}
    </section>
  );
};

/** All pages of a document, one below the other, as pictures or in words. */
export const DocumentReader = ({ title, document, widths, isKept, onClose }: Props) => {
  const { materials: t, common } = useMessages();
  const [isText, setText] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const { pages, again } = usePageTexts(document.text.path);
  const sheet = useRef<HTMLElement>(null);
  const hasPages = pages !== undefined && pages !== 'failed';
  const { isPrinting, print } = usePrinting(sheet, hasPages);
  const goTo = (page: number): void => {
    const there = sheet.current?.children[page - 1];
    if (!(there instanceof HTMLElement)) return;
    there.scrollIntoView();
    there.focus({ preventScroll: true });
  };
  // The button that opened it is gone: who works with keys goes on here, or at the page that the address asks for.
  useEffect(() => {
    if (!hasPages) return;
    sheet.current?.focus({ preventScroll: true });
    goTo(askedPage(location.search) ?? 0);
  }, [hasPages]);
  return (
    <div class="document-reader">
      <DocumentTools
        {...{ title, document, isKept, isText, isLarge, isPrinting, goTo, onClose }}
        onText={() => setText(!isText)}
        onLarge={() => setLarge(!isLarge)}
        onPrint={print}
      />
      {pages === undefined && <p role="status">{common.loading}</p>}
      {pages === 'failed' && (
        <Notice tone="bad">
          <p>{t.failed}</p>
          <Button small onClick={again}>
            {common.retry}
          </Button>
        </Notice>
      )}
      {hasPages && (
        <>
          <Pages
            {...{ title, document, widths, isKept, pages, sheet, isText, isLarge }}
            isEager={isPrinting}
          />
          <Button look="quiet" small onClick={onClose}>
            {t.close}
          </Button>
        </>
      )}
    </div>
  );
};
