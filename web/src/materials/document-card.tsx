import { useRef, useState } from 'preact/hooks';
import { useKeptRendition } from '../downloads/use-kept.ts';
import { useSaidSize } from '../downloads/use-said-size.ts';
import { useMessages } from '../messages/use-messages.ts';
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
  const { courses: t } = useMessages();
  const { most } = useSaidSize();
  const bytes = (document.widths[0]?.bytes ?? 0) + document.text.bytes;
  const facts = [t.pages(document.pages), most(bytes)];
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
  const whole = useRef<HTMLElement>(null);
  const close = (): void => {
    setOpen(false);
    // Whoever closes it at its end stands far below what is left of it.
    requestAnimationFrame(() => whole.current?.scrollIntoView({ block: 'nearest' }));
  };
  const isReady = isOpen && part !== undefined && part !== 'failed';
  return (
    // Here the focus goes when the reader is closed: its button is gone with it.
    <figure ref={whole} class="recording" tabIndex={-1}>
      {isReady ? (
        <part.DocumentReader {...asset} widths={widths} isKept={kept !== undefined} onClose={close} />
      ) : (
        <Cover asset={asset} isBusy={isOpen} onOpen={() => setOpen(true)} />
      )}
      {part === 'failed' && <NotOpened again={again} />}
      <figcaption>{asset.title}</figcaption>
    </figure>
  );
};
