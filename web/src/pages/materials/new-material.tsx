import './materials.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { OnlyFor } from '../../ui/loaded.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useLibraryWords } from '../library/use-library-words.ts';
import { EMPTY, toBody } from './about.ts';
import { AboutFields } from './about-fields.tsx';
import { MAKERS } from './desk-roles.ts';

const KINDS = ['link', 'reference'] as const;
type Kind = (typeof KINDS)[number];

const NewForm = () => {
  const { materialDesk: t } = useMessages();
  const { kinds } = useLibraryWords();
  const { route } = useLocation();
  const [kind, setKind] = useState<Kind>('link');
  const [about, setAbout] = useState(EMPTY);
  const { run, busy, problem } = useAction();
  const save = async (): Promise<void> => {
    const { url = '', citation = '', ...said } = toBody(about);
    const body = kind === 'link' ? { ...said, kind, url } : { ...said, kind, citation, ...(url && { url }) };
    const made = await run(body, (key) => api.createMaterial({ body, key }));
    if (made) route(`/hoc-lieu/${made.materialId}`);
  };
  return (
    <Form label={t.create} onSubmit={() => void save()}>
      <div class="card card-main stack">
        <SelectField
          label={t.kind}
          value={kind}
          choices={KINDS.map((one) => ({ value: one, text: kinds[one] }))}
          onValue={(value) => setKind(value as Kind)}
        />
        <AboutFields
          kind={kind}
          about={about}
          onChange={(part) => setAbout((before) => ({ ...before, ...part }))}
        />
      </div>
      <Refusal problem={problem} />
      <div>
        <Button type="submit" busy={busy} busyLabel={t.saving}>
          {t.save}
        </Button>
      </div>
    </Form>
  );
};

/** A link or a reference text; files become materials by themselves. */
const NewMaterialPage = () => {
  const { materialDesk: t } = useMessages();
  return (
    <Page title={t.create} lead={t.createLead} back={{ href: '/hoc-lieu', label: t.title }} narrow>
      <OnlyFor roles={MAKERS}>
        <NewForm />
      </OnlyFor>
    </Page>
  );
};
export default NewMaterialPage;
