import './printed.css';
import { useLocation, useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { EnterPart } from './enter-part.tsx';
import { candidateRows } from './exam-rows.ts';
import { PapersPart } from './papers-part.tsx';
import { ResultsPart } from './results-part.tsx';

/** Parts of the page by their place in the address. */
const PARTS = { papers: 'in-de', enter: 'nhap-bai', results: 'ket-qua' } as const;
type Part = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as Part[];

const Tabs = ({ address, part }: { address: string; part: Part }) => {
  const { printed: t } = useMessages();
  return (
    <nav class="tabs no-print" aria-label={t.tabsLabel}>
      {PART_NAMES.map((one) => (
        <a key={one} href={`${address}?muc=${PARTS[one]}`} aria-current={one === part ? 'page' : undefined}>
          {t.tabs[one]}
        </a>
      ))}
    </nav>
  );
};

/** Marks carry references; the names are the register's. */
const load = async (examId: string) => {
  const answer = await api.getPrintedExam({ params: { examId } });
  if (!answer.ok) return answer;
  const { exam, results, serverTime } = answer.body;
  const members = await api.listClassMembers({ params: { classId: exam.classId } });
  if (!members.ok) return members;
  const rows = candidateRows(exam, results, members.body.members);
  return { ok: true as const, body: { exam, serverTime, rows } };
};

const ExamView = ({ examId, part }: { examId: string; part: Part }) => {
  const { printed: t } = useMessages();
  const shown = useStore(language);
  const loaded = useResource(() => load(examId), [examId], { keepsShown: true });
  const reload = () => void loaded.reload();
  return (
    <Loaded of={loaded}>
      {({ exam, serverTime, rows }) => (
        <div class="stack">
          <p class="exam-sentence">{t.progress(rows.filter(({ result }) => result).length, rows.length)}</p>
          <p class="muted">
            {exam.title} · {exam.subject} · {formatInstant(exam.heldAt, shown)}
          </p>
          <Tabs address={`/thi-giay/${exam.quizId}/${examId}`} part={part} />
          {part === 'papers' && <PapersPart {...{ exam, rows }} />}
          {part === 'enter' && <EnterPart {...{ exam, serverTime, rows }} onChanged={reload} />}
          {part === 'results' && <ResultsPart {...{ exam, rows }} onChanged={reload} />}
        </div>
      )}
    </Loaded>
  );
};

/** One exam on paper: what is printed, entering the sheets, and the marks. */
const PrintedExamPage = () => {
  const { printed: t } = useMessages();
  const { quizId = '', examId = '' } = useRoute().params;
  const { query } = useLocation();
  const part = PART_NAMES.find((one) => PARTS[one] === query.muc) ?? 'papers';
  return (
    <Page key={examId} title={t.title} back={{ href: `/thi-giay/${quizId}`, label: t.title }}>
      <OnlyFor roles={['teacher', 'training-head']}>
        <ExamView examId={examId} part={part} />
      </OnlyFor>
    </Page>
  );
};
export default PrintedExamPage;
