import { useState } from 'preact/hooks';
import { useKeptRendition } from '../downloads/use-kept.ts';
import { formatFileSize } from '../format/file-size.ts';
import { language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useStore } from '../state/store.ts';
import { askedPage } from '../viewing/asked-place.ts';
import type { ShownDocument } from './addresses.ts';
import { NotOpened } from './not-opened.tsx';
import { usePart } from './use-part.ts';

type Props = {
  readonly asset: {
    readonly assetId?: string;
    readonly title: string;
    readonly poster?: string | undefined;
    readonly document: ShownDocument;
  };
};

type CoverProps = Props & { readonly isBusy: boolean; readonly onOpen: () => void };

/** The top of the first page, how many there are and what all of them cost to look at. */
const Cover = ({ asset: { title, poster, document }, isBusy, onOpen }: CoverProps) => {
  const { courses: t, common } = useMessages();
  const shown = useStore(language);
  const bytes = (document.widths[0]?.bytes ?? 0) + document.text.bytes;
  const facts = [t.pages(document.pages), common.mostMegabytes(formatFileSize(bytes, shown))];
  return (
    <button type="button" class="video-start document-start" aria-busy={isBusy} onClick={onOpen}>
      {poster && <img src={poster} alt="" loading="lazy" />}
      <span class="unseen">{t.documentOf(title)}</span>
      <span class="btn document-open">{t.readDocument}</span>{' '}
      <span class="chip chip-sophora video-length">{facts.join(' · ')}</span>
    </button>
  );
};

/** A document: its first page, and all of it below once somebody wants to read, or comes for a page of it; the reader's script comes then. */
export const DocumentCard = ({ asset }: Props) => {
  const [isOpen, setOpen] = useState(askedPage(location.search) !== undefined);
  const { part, again } = usePart(isOpen, () => import('./document-reader.tsx'));
  const kept = useKeptRendition(asset.assetId);
  const widths = kept ? [Number(kept)] : asset.document.widths.map(({ width }) => width);
  const isReady = isOpen && part !== undefined && part !== 'failed';
  return (
    // Here the focus goes when the reader is closed: its button is gone with it.
    <figure class="recording" tabIndex={-1}>
      {isReady ? (
        <part.DocumentReader
          {...asset}
          widths={widths}
          isKept={kept !== undefined}
          onClose={() => setOpen(false)}
        />
      ) : (
        <Cover asset={asset} isBusy={isOpen} onOpen={() => setOpen(true)} />
      )}
      {part === 'failed' && <NotOpened again={again} />}
      <figcaption>{asset.title}</figcaption>
    </figure>
  );
};
