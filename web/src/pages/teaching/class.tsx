import './teaching.css';
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { fetchedScript } from '../../state/fetched-script.ts';
import { usePainted } from '../../state/use-painted.ts';
import { type Resource, useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor, Waiting } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import type { LoadedClass, Part, ShownProps, ViewProps } from './class-part.tsx';
import { QUIET_DAYS } from './quiet-days.ts';
import { classSentence, hasCompleted, rosterOf } from './roster.ts';

/** Parts of the page by their place in the address, so that a link or the back button leads to one of them. */
const PARTS = {
  progress: 'tien-do',
  results: 'ket-qua',
  levels: 'nang-luc',
  watched: 'bai-giang',
  roster: 'danh-sach',
  invite: 'moi',
} as const satisfies Record<Part, string>;
const PART_NAMES = Object.keys(PARTS) as Part[];

const Tabs = ({ classId, part }: { classId: string; part: Part }) => {
  const { teaching: t } = useMessages();
  return (
    <nav class="tabs no-print" aria-label={t.tabsLabel}>
      {PART_NAMES.map((one) => (
        <a
          key={one}
          href={`/lop/${classId}?muc=${PARTS[one]}`}
          aria-current={one === part ? 'page' : undefined}
        >
          {t.tabs[one]}
        </a>
      ))}
    </nav>
  );
};

/** What the page shows, asked for at once: it is of no use in parts. */
const loadClass = async (classId: string, quietDays: number) => {
  const params = { classId };
  const [progress, members] = await Promise.all([
    api.getClassProgress({ params, query: { quietDays } }),
    api.listClassMembers({ params }),
  ]);
  if (!progress.ok) return progress;
  if (!members.ok) return members;
  const body: LoadedClass = { progress: progress.body, members: members.body.members, quietDays };
  return { ok: true as const, body };
};

type PartScript = Resource<typeof import('./class-part.tsx')>;

/** The sentence first: a table of thirty learners takes a slow phone a third of a second to draw. */
const ClassShown = ({ script, ...shown }: ShownProps & { readonly script: PartScript }) => {
  const { teaching: t } = useMessages();
  const isPainted = usePainted();
  const { loaded, classId, part } = shown;
  const learners = rosterOf(loaded.members, loaded.progress);
  const counts = {
    learners: learners.length,
    completed: learners.filter(hasCompleted).length,
    behind: learners.filter(({ behind }) => behind).length,
  };
  return (
    <>
      <p class="class-sentence" role="status">
        {classSentence(counts, loaded.quietDays, t)}
      </p>
      <Tabs classId={classId} part={part} />
      {isPainted ? (
        <Loaded of={script}>{({ ClassPart }) => <ClassPart {...shown} learners={learners} />}</Loaded>
      ) : (
        <Waiting />
      )}
    </>
  );
};

/** What draws the tables is asked for behind the data: before them it would take a line that the sentence waits for. */
const ClassView = (view: ViewProps) => {
  const { classId } = view;
  const [quietDays, setQuietDays] = useState(QUIET_DAYS);
  const loaded = useResource(() => loadClass(classId, quietDays), [classId, quietDays], { keepsShown: true });
  const script = useResource(() => fetchedScript(() => import('./class-part.tsx')), []);
  return (
    <Loaded of={loaded}>
      {(shown) => (
        <ClassShown {...view} {...{ loaded: shown, quietDays, script }} onQuietDays={setQuietDays} />
      )}
    </Loaded>
  );
};

/** One class: the sentence, then who is where, how the quizzes went, and who belongs to it. */
const ClassPage = () => {
  const { teaching: t } = useMessages();
  const classId = useRoute().params.classId ?? '';
  const { query } = useLocation();
  const part = PART_NAMES.find((one) => PARTS[one] === query.muc) ?? 'progress';
  const classes = useResource(() => api.listClasses(), []);
  const name = classes.data?.classes.find((one) => one.classId === classId)?.name ?? t.classTitle;
  return (
    <Page title={name} back={{ href: '/lop', label: t.title }}>
      <OnlyFor roles={['teacher', 'training-head']}>
        <ClassView key={classId} {...{ classId, name, part }} />
      </OnlyFor>
    </Page>
  );
};
export default ClassPage;
