import './materials.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { Material as MaterialShown } from '../../materials/material.tsx';
import { withPass } from '../../media-pass/see-poster.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { type Session, session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { MaterialViewer } from '../library/material-viewer.tsx';
import { AppraisalPart } from './appraisal-part.tsx';
import { DESK_ROLES, isOneOf, MAKERS } from './desk-roles.ts';
import { DraftPart } from './draft-part.tsx';
import { Decisions, Facts } from './material-facts.tsx';
import { type Edition, editionOf, type Material, standingOf, TONES } from './standing.ts';
import { useResult } from './use-result.ts';
import { WithdrawalPart } from './withdrawal-part.tsx';

type File = BodyOf<'getDeskMaterial'>;

const Previewed = ({ assetId }: { assetId: string }) => {
  const loaded = useResource(() => withPass(api.previewMedia({ params: { assetId } })), [assetId]);
  return <Loaded of={loaded}>{(asset) => <MaterialShown asset={asset} />}</Loaded>;
};

const Preview = ({ edition, mayPreview }: { edition: Edition; mayPreview: boolean }) => {
  const { materialDesk: t } = useMessages();
  const { assetId } = edition;
  if (!assetId) return <MaterialViewer material={edition} />;
  return mayPreview ? <Previewed key={assetId} assetId={assetId} /> : <p class="muted">{t.noPreview}</p>;
};

const rolesOf = (who: Session) => (who.state === 'in' ? who.roles : []);

type ActsProps = { readonly material: Material; readonly onChange: (material: Material) => void };

const Acts = ({ material, onChange }: ActsProps) => {
  const { materialDesk: t } = useMessages();
  const who = useStore(session);
  const { draft } = material;
  const isHead = isOneOf(rolesOf(who), ['training-head']);
  const isOwn = who.state === 'in' && Boolean(draft?.editedBy.includes(who.personId));
  const mayEdit = isOneOf(rolesOf(who), MAKERS);
  return (
    <>
      {isHead && draft?.state === 'submitted' && !isOwn && (
        <AppraisalPart key={material.revision} material={{ ...material, draft }} onChange={onChange} />
      )}
      {isHead && draft?.state === 'submitted' && isOwn && (
        <Notice>
          <p>{t.own}</p>
        </Notice>
      )}
      {mayEdit && <DraftPart key={material.revision} material={material} onChange={onChange} />}
    </>
  );
};

/** Last on the page: nothing that takes away may come to stand where another button was just pressed. */
const Withdrawal = ({ material, onChange }: ActsProps) => {
  const roles = rolesOf(useStore(session));
  const isHead = isOneOf(roles, ['training-head']);
  if (!(isHead || isOneOf(roles, MAKERS))) return null;
  return <WithdrawalPart material={material} mayReinstate={isHead} onChange={onChange} />;
};

type ContentProps = {
  readonly file: File;
  /** How often something was done to it here. */
  readonly acts: number;
  readonly onChange: (material: Material) => void;
};

const Content = ({ file, acts, onChange }: ContentProps) => {
  const { materialDesk: t } = useMessages();
  const who = useStore(session);
  const { status, work } = useResult(acts, file);
  const edition = editionOf(file);
  const standing = standingOf(file);
  const mayPreview = isOneOf(rolesOf(who), ['content-staff', 'teacher', 'training-head', 'director']);
  return (
    <div class="desk-material">
      <div class="stack">
        <p ref={status} class="row" role="status" tabIndex={-1}>
          <span class={`chip${TONES[standing]}`}>{t.states[standing]}</span>
          <span>{t.stateSentences[standing]}</span>
        </p>
        {file.draft?.state === 'returned' && file.draft.remarks && (
          <Notice tone="bad">
            <p>
              <b>{t.remarks}: </b>
              {file.draft.remarks}
            </p>
          </Notice>
        )}
        {edition && (
          <Section title={t.preview}>
            <Preview edition={edition} mayPreview={mayPreview} />
          </Section>
        )}
        {edition && <Facts material={file} edition={edition} />}
        {edition?.assetId && mayPreview && (
          <p>
            <a class="link-alone" href={`/tai-len/${edition.assetId}`}>
              {t.seeFile}
            </a>
          </p>
        )}
        {file.issued && !file.withdrawn && (
          <p>
            <a class="link-alone" href={`/thu-vien/${file.materialId}`}>
              {t.inLibrary}
            </a>
          </p>
        )}
      </div>
      <div ref={work} tabIndex={-1}>
        <Acts material={file} onChange={onChange} />
        <Decisions decisions={file.decisions} />
        <Withdrawal material={file} onChange={onChange} />
      </div>
    </div>
  );
};

/** One material with its draft: looked at, mended, handed in, appraised, withdrawn. */
const MaterialDeskPage = () => {
  const { materialDesk: t } = useMessages();
  const { materialId = '' } = useRoute().params;
  const loaded = useResource(() => api.getDeskMaterial({ params: { materialId } }), [materialId]);
  const [acts, setActs] = useState(0);
  const edition = loaded.data && editionOf(loaded.data);
  // What was answered holds at once, and its decisions come behind it: the next press goes on from the new revision.
  const change = (material: Material, { decisions }: File): void => {
    loaded.replace({ ...material, decisions });
    setActs(acts + 1);
    void loaded.reload();
  };
  return (
    <Page title={edition ? t.titleOf(edition.title) : t.title} back={{ href: '/hoc-lieu', label: t.title }}>
      <OnlyFor roles={DESK_ROLES}>
        <Loaded of={loaded}>
          {(file) => <Content file={file} acts={acts} onChange={(material) => change(material, file)} />}
        </Loaded>
      </OnlyFor>
    </Page>
  );
};
export default MaterialDeskPage;
