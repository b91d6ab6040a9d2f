import { useState } from 'preact/hooks';
import { formatFileSize } from '../format/file-size.ts';
import { language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useStore } from '../state/store.ts';
import { useOnline } from '../state/use-online.ts';
import { TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import type { ShownDocument } from './addresses.ts';
import { SaveMedia } from './save-media.tsx';

type Props = {
  readonly title: string;
  readonly document: ShownDocument;
  readonly isKept: boolean;
  readonly isText: boolean;
  readonly isLarge: boolean;
  readonly isPrinting: boolean;
  readonly goTo: (page: number) => void;
  readonly onText: () => void;
  readonly onLarge: () => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
};

/** Fewer pages than this are scrolled through. */
const MANY_PAGES = 5;

const GoTo = ({ pages, goTo }: { pages: number; goTo: Props['goTo'] }) => {
  const { materials: t } = useMessages();
  const [page, setPage] = useState('');
  return (
    <div class="document-go">
      <Form label={t.goTo} onSubmit={() => goTo(Number(page))}>
        <TextField
          label={t.goTo}
          value={page}
          onValue={setPage}
          required
          type="number"
          input={{ inputMode: 'numeric', min: 1, max: pages }}
        />
        <button type="submit" class="btn btn-quiet btn-small">
          {t.go}
        </button>
      </Form>
    </div>
  );
};

/** Words or pictures, larger or smaller, a page by its number; to print and to save, with the size first. */
export const DocumentTools = ({
  title,
  document: { pages, original },
  isKept,
  isText,
  isLarge,
  isPrinting,
  goTo,
  onText,
  onLarge,
  onPrint,
  onClose,
}: Props) => {
  const { materials: t } = useMessages();
  const online = useOnline();
  const shown = useStore(language);
  const button = (label: string, onClick: () => void, isPressed?: boolean) => (
    <button type="button" class="btn btn-quiet btn-small" aria-pressed={isPressed} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <div class="document-tools">
      {button(t.asWords, onText, isText)}
      {!isText && button(t.larger, onLarge, isLarge)}
      {(online || isKept) && button(isPrinting ? t.printing : t.print, onPrint)}
      {online && (
        <SaveMedia
          {...{ path: original.path, title, ending: 'pdf', saving: t.saving, notSaved: t.notSaved }}
          label={t.original(formatFileSize(original.bytes, shown))}
        />
      )}
      {button(t.close, onClose)}
      {pages >= MANY_PAGES && <GoTo pages={pages} goTo={goTo} />}
    </div>
  );
};
