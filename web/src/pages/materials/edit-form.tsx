import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { aboutOf, toBody } from './about.ts';
import { AboutFields } from './about-fields.tsx';
import { FileField } from './file-field.tsx';
import { type Edition, editionOf, type Material } from './standing.ts';

type Props = {
  readonly material: Material;
  readonly onChange: (material: Material) => void;
  readonly onClose: () => void;
};

/** What is said of a material, to be changed, and the file of its next version. */
export const EditForm = ({ material, onChange, onClose }: Props) => {
  const { materialDesk: t } = useMessages();
  const edition = editionOf(material) as Edition;
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
