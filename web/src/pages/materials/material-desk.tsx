import './materials.css';
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
import { useCompetenceNames, useLibraryWords } from '../library/use-library-words.ts';
import { AppraisalPart } from './appraisal-part.tsx';
import { DESK_ROLES, isOneOf, MAKERS } from './desk-roles.ts';
import { DraftPart } from './draft-part.tsx';
import { editionOf, type Material, standingOf, TONES } from './standing.ts';
import { WithdrawalPart } from './withdrawal-part.tsx';

type File = BodyOf<'getDeskMaterial'>;
type Edition = NonNullable<ReturnType<typeof editionOf>>;

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

const Facts = ({ edition }: { edition: Edition }) => {
  const { materialDesk: t } = useMessages();
  const words = useLibraryWords();
  const names = useCompetenceNames();
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t.fields.summary, edition.summary],
    [t.fields.altText, edition.altText],
    [t.fields.licence, edition.licence],
    [t.fields.source, edition.source],
    [t.fields.tracks, edition.tracks.map((one) => words.tracks[one]).join(', ')],
    [t.fields.competences, edition.competenceCodes.map((code) => `${code} ${names[code]}`).join(', ')],
    [t.fields.audiences, edition.audiences.map((one) => words.audiences[one]).join(', ')],
    [
      t.fields.peopleShown,
      edition.peopleShown === 'unknown' ? undefined : t.peopleShown[edition.peopleShown],
    ],
  ];
  return (
    <dl class="material-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
};

const Decisions = ({ decisions }: { decisions: File['decisions'] }) => {
  const { materialDesk: t } = useMessages();
  return (
    <Section title={t.history}>
      {decisions.length === 0 && <p class="muted">{t.noHistory}</p>}
      <ol class="decision-list">
        {decisions.toReversed().map(({ verdict, version, at, reason, remarks }) => (
          <li key={at}>
            <b>{t.decided(t.verdicts[verdict], version, at)}</b>
            {reason && <p>{t.reasons[reason]}</p>}
            {remarks && <p>{remarks}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
};

const rolesOf = (who: Session) => (who.state === 'in' ? who.roles : []);

const Acts = ({ material, onChange }: { material: Material; onChange: (material: Material) => void }) => {
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
      {(mayEdit || isHead) && (
        <WithdrawalPart material={material} mayReinstate={isHead} onChange={onChange} />
      )}
    </>
  );
};

const Content = ({ file, onChange }: { file: File; onChange: (material: Material) => void }) => {
  const { materialDesk: t } = useMessages();
  const who = useStore(session);
  const edition = editionOf(file);
  const standing = standingOf(file);
  const mayPreview = isOneOf(rolesOf(who), ['content-staff', 'teacher', 'training-head', 'director']);
  return (
    <div class="desk-material">
      <div class="stack">
        <p class="row" role="status">
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
        {edition && <Facts edition={edition} />}
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
      <div tabIndex={-1}>
        <Acts material={file} onChange={onChange} />
        <Decisions decisions={file.decisions} />
      </div>
    </div>
  );
};

/** One material with its draft: looked at, mended, handed in, appraised, withdrawn. */
const MaterialDeskPage = () => {
  const { materialDesk: t } = useMessages();
  const { materialId = '' } = useRoute().params;
  const loaded = useResource(() => api.getDeskMaterial({ params: { materialId } }), [materialId]);
  const edition = loaded.data && editionOf(loaded.data);
  // What was answered holds at once, and its decisions come behind it: the next press goes on from the new revision.
  const change = (material: Material, { decisions }: File): void => {
    loaded.replace({ ...material, decisions });
    void loaded.reload();
  };
  return (
    <Page title={edition ? t.titleOf(edition.title) : t.title} back={{ href: '/hoc-lieu', label: t.title }}>
      <OnlyFor roles={DESK_ROLES}>
        <Loaded of={loaded}>
          {(file) => <Content file={file} onChange={(material) => change(material, file)} />}
        </Loaded>
      </OnlyFor>
    </Page>
  );
};
export default MaterialDeskPage;
