import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { aboutOf, toBody } from './about.ts';
import { AboutFields } from './about-fields.tsx';
import { FileField } from './file-field.tsx';
import { editionOf, type Material } from './standing.ts';

type Props = { readonly material: Material; readonly onChange: (material: Material) => void };

const EditForm = ({ material, onChange, onClose }: Props & { onClose: () => void }) => {
  const { materialDesk: t } = useMessages();
  const edition = editionOf(material) as NonNullable<ReturnType<typeof editionOf>>;
  const [about, setAbout] = useState(() => aboutOf(edition));
  const [assetFrom, setAssetFrom] = useState('');
  const { run, busy, problem } = useAction();
  const params = { materialId: material.materialId };
  const save = async (): Promise<void> => {
    const body = { ...toBody(about), revision: material.revision, ...(assetFrom && { assetFrom }) };
    const saved = await run(body, () => api.editMaterial({ params, body }));
    if (!saved) return;
    onChange(saved);
    onClose();
  };
  return (
    <Form label={t.edit} onSubmit={() => void save()}>
      {edition.assetId && (
        <FileField
          materialId={material.materialId}
          place={edition}
          value={assetFrom}
          onValue={setAssetFrom}
        />
      )}
      <AboutFields
        kind={edition.kind}
        about={about}
        onChange={(part) => setAbout((before) => ({ ...before, ...part }))}
      />
      <Refusal problem={problem} />
      <div class="row">
        <Button type="submit" busy={busy} busyLabel={t.saving}>
          {t.save}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </Form>
  );
};

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
  const { draft, withdrawn } = props.material;
  if (draft?.state === 'submitted') return null;
  if (isOpen) return <EditForm {...props} onClose={() => setOpen(false)} />;
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
