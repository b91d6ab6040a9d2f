import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSaidSize } from '../downloads/use-said-size.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useOnline } from '../state/use-online.ts';
import { Button } from '../ui/button.tsx';
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

type ToggleProps = {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
};

const Toggle = ({ isOn, onPress, children }: ToggleProps) => (
  <button type="button" class="btn btn-quiet btn-small" aria-pressed={isOn} onClick={onPress}>
    {children}
  </button>
);

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

type MoreProps = Omit<Props, 'isLarge' | 'onLarge'>;

/** What is wanted now and then: words for pictures, a page by its number; to print and to save, with the size first. */
const More = ({
  title,
  document: { pages, original },
  isKept,
  isText,
  isPrinting,
  goTo,
  onText,
  onPrint,
  onClose,
}: MoreProps) => {
  const { materials: t } = useMessages();
  const online = useOnline();
  const { size } = useSaidSize();
  return (
    <div class="document-tools document-more">
      <Toggle isOn={isText} onPress={onText}>
        {t.asWords}
      </Toggle>
      {(online || isKept) && (
        <Button look="quiet" small onClick={onPrint}>
          {isPrinting ? t.printing : t.print}
        </Button>
      )}
      {online && (
        <SaveMedia
          {...{ path: original.path, title, ending: 'pdf', saving: t.saving, notSaved: t.notSaved }}
          label={t.original(size(original.bytes))}
        />
      )}
      <Button look="quiet" small onClick={onClose}>
        {t.close}
      </Button>
      {pages >= MANY_PAGES && <GoTo pages={pages} goTo={goTo} />}
    </div>
  );
};

/** One row, so that the document itself is seen at once: larger or smaller, and all else behind a button. */
export const DocumentTools = ({ isLarge, onLarge, ...more }: Props) => {
  const { materials: t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div class="document-tools">
        {!more.isText && (
          <Toggle isOn={isLarge} onPress={onLarge}>
            {t.larger}
          </Toggle>
        )}
        <button
          type="button"
          class="btn btn-quiet btn-small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t.more}
        </button>
      </div>
      {isOpen && <More {...more} />}
    </>
  );
};
