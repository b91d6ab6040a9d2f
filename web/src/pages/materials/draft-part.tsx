import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { fetchedScript } from '../../state/fetched-script.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import type { Material } from './standing.ts';

type Props = { readonly material: Material; readonly onChange: (material: Material) => void };

const Submit = ({ material, onChange }: Props) => {
  const { materialDesk: t } = useMessages();
  const { run, busy, problem } = useAction();
  const { draft, revision, materialId } = material;
  if (!draft) return null;
  if (draft.missing.length > 0) {
    return (
      <Notice>
        <p>
          {t.missingTitle} {draft.missing.map((one) => t.missing[one]).join(', ')}.
        </p>
      </Notice>
    );
  }
  const submit = async (): Promise<void> => {
    const send = () => api.submitMaterial({ params: { materialId }, body: { revision } });
    const handed: BodyOf<'submitMaterial'> | undefined = await run(revision, send);
    if (handed) onChange(handed);
  };
  return (
    <>
      <Refusal problem={problem} />
      <Button busy={busy} busyLabel={t.submitting} onClick={() => void submit()}>
        {t.submit}
      </Button>
    </>
  );
};

/** For its makers: change what is said, or begin the next version, and hand it in. */
export const DraftPart = (props: Props) => {
  const { materialDesk: t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  // Behind the page: those who only look at a material never open it.
  const form = useResource(() => fetchedScript(() => import('./edit-form.tsx')), []);
  const { draft, withdrawn } = props.material;
  if (draft?.state === 'submitted') return null;
  if (isOpen)
    return (
      <Loaded of={form}>{({ EditForm }) => <EditForm {...props} onClose={() => setOpen(false)} />}</Loaded>
    );
  return (
    <div class="stack">
      {!draft && !withdrawn && <p class="muted">{t.nextVersionHint}</p>}
      <Submit {...props} />
      <div>
        <Button look="quiet" onClick={() => setOpen(true)}>
          {draft ? t.edit : t.nextVersion}
        </Button>
      </div>
    </div>
  );
};
