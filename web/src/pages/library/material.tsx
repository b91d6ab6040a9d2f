import './library.css';
import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatDay } from '../../format/dates.ts';
import { NotOpened } from '../../materials/not-opened.tsx';
import { usePart } from '../../materials/use-part.ts';
import { language } from '../../messages/language.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { MaterialViewer } from './material-viewer.tsx';
import { Rating } from './rating.tsx';
import { useCompetenceNames, useLibraryWords } from './use-library-words.ts';

type Material = BodyOf<'getMaterial'>;

const TV_ROLES = ['content-staff', 'teacher', 'training-head', 'youth-union'] as const;

const Facts = ({ material }: { material: Material }) => {
  const t = useLibraryWords();
  const names = useCompetenceNames();
  const shown = useStore(language);
  const { source, licence, audiences, competenceCodes, issuedAt, openings } = material;
  const facts: readonly (readonly [string, string])[] = [
    [t.facts.source, source],
    [t.facts.licence, t.licences[licence] ?? licence],
    [t.facts.language, t.languages[material.language] ?? material.language],
    [t.facts.audience, audiences.map((audience) => t.audiences[audience]).join(', ')],
    [t.facts.competences, competenceCodes.map((code) => names[code] ?? code).join(', ')],
    [t.facts.issued, formatDay(dayOf(issuedAt), shown)],
    [t.facts.openings, t.openings(openings)],
  ];
  return (
    <dl class="material-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
};

/** Tells the service once that somebody opened the material; that it could not be told is no matter of theirs. */
const useOpening = (materialId: string, isIn: boolean): void => {
  useEffect(() => {
    if (isIn) void api.openMaterial({ params: { materialId } });
  }, [materialId, isIn]);
};

/** The script of what is for staff alone does not come to learners. */
const ForStaff = ({ material }: { material: Material }) => {
  const { part, again } = usePart(true, () => import('./staff-tools.tsx'));
  if (part === 'failed') return <NotOpened again={again} />;
  return part ? <part.StaffTools material={material} /> : null;
};

const Content = ({ material, onChange }: { material: Material; onChange: (material: Material) => void }) => {
  const t = useLibraryWords();
  const who = useStore(session);
  const isIn = who.state === 'in';
  const mayShow = isIn && who.roles.some((role) => TV_ROLES.some((one) => one === role));
  useOpening(material.materialId, isIn);
  return (
    <div class="material">
      <div class="stack">
        <MaterialViewer
          material={material}
          assetId={material.assetId}
          page={`/thu-vien/${material.materialId}`}
        />
        {material.courseId && (
          <p>
            <a class="link-alone" href={`/khoa-hoc/${material.courseId}`}>
              {t.openCourse}
            </a>
          </p>
        )}
        <Rating material={material} onRated={(counts) => onChange({ ...material, ...counts })} />
      </div>
      <div>
        <Section title={t.about}>
          <Facts material={material} />
        </Section>
        {mayShow && <ForStaff material={material} />}
      </div>
    </div>
  );
};

/** One material: what it holds, where it comes from, and whether people understand it. */
const MaterialPage = () => {
  const t = useLibraryWords();
  const { params } = useRoute();
  const { materialId = '' } = params;
  const loaded = useResource(() => api.getMaterial({ params: { materialId } }), [materialId]);
  const { data, problem } = loaded;
  return (
    <Page
      title={data?.title ?? t.title}
      {...(data?.summary && { lead: data.summary })}
      back={{ href: '/thu-vien', label: t.title }}
    >
      {problem?.status === 404 ? (
        <Nothing text={t.notShown}>
          <a class="btn" href="/thu-vien">
            {t.title}
          </a>
        </Nothing>
      ) : (
        <Loaded of={loaded}>{(material) => <Content material={material} onChange={loaded.replace} />}</Loaded>
      )}
    </Page>
  );
};
export default MaterialPage;
