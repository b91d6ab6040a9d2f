import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { faultsOf } from '../../upload/details.ts';
import type { Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { DetailsFields } from './details-fields.tsx';
import { DraftCard } from './draft-card.tsx';

/** Also what only the browser finds faulty, as a title that is missing. */
const FAULTY = ':invalid:not(fieldset), [aria-invalid="true"], [data-missing]';

type Props = { readonly uploads: Uploads; readonly drafts: readonly Upload[] };

/** What is the same for all files, each file with what is its own, and the button that sends them. */
export const DraftForm = ({ uploads, drafts }: Props) => {
  const { uploading } = useMessages();
  const t = uploading.form;
  const common = useStore(uploads.list.details);
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  const isTried = tries > 0;
  // What is missing is said from the first try on, of every field at once, and only then is there a field to lead to.
  useLayoutEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>(FAULTY)?.focus();
  }, [tries]);
  const isAlone = drafts.length === 1;
  const isCommonUsed = drafts.some(({ own }) => !own);
  const send = (): void => {
    const isFaulty = drafts.some(({ own }) => faultsOf(own ?? common).length > 0);
    if (!isFaulty) uploads.startAll();
  };
  return (
    <div ref={form} onSubmitCapture={() => setTries(tries + 1)}>
      <Form label={t.title} onSubmit={send}>
        {isCommonUsed && (
          <fieldset class="stack">
            <legend class="unseen">{isAlone ? t.title : t.forAll}</legend>
            <div>
              <h3>{isAlone ? t.title : t.forAll}</h3>
              {!isAlone && <p class="muted">{t.forAllHint}</p>}
            </div>
            <DetailsFields
              details={common}
              onChange={(change) => uploads.editDetails(change)}
              isTried={isTried}
            />
          </fieldset>
        )}
        <h3>{t.files(drafts.length)}</h3>
        <ul class="stack">
          {drafts.map((upload) => (
            <DraftCard key={upload.id} {...{ upload, uploads, common, isAlone, isTried }} />
          ))}
        </ul>
        <p class="muted small">{t.kept}</p>
        <Button type="submit" full>
          {t.send(drafts.length)}
        </Button>
      </Form>
    </div>
  );
};
