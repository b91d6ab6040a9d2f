import './authoring.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePages } from '../../state/use-pages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { BankList } from './bank-list.tsx';
import { ExportQuestions } from './export-questions.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { sentenceOfLacks } from './lacks.ts';
import { QuizDesk } from './quiz-desk.tsx';
import { RunDesk } from './run-desk.tsx';

type Course = BodyOf<'getCourse'>;

const Desk = ({ course, onChange }: { course: Course; onChange: () => void }) => {
  const messages = useMessages();
  const { authoring: t } = messages;
  const who = useStore(session);
  const { courseId } = course;
  const quizzes = useResource(() => api.listCourseQuizzes({ params: { courseId } }), [courseId]);
  const bank = usePages(
    (cursor) => api.listBankItems({ params: { courseId }, ...(cursor && { query: { cursor } }) }),
    ({ items }) => items,
    [courseId],
  );
  const isOffice = who.state === 'in' && who.roles.includes('training-head');
  const parts = bank.data &&
    quizzes.data && {
      lessons: course.lessons.length,
      questions: bank.data.rows.length,
      quizzes: quizzes.data.quizzes.length,
      openRuns: course.runs.filter(({ open }) => open).length,
    };
  return (
    <>
      <p class="authoring-sentence" role="status">
        {parts && sentenceOfLacks(parts, messages)}
      </p>
      <Section title={t.bank.title}>
        <div class="stack">
          <ImportQuestions courseId={courseId} onImported={() => void bank.reload()} />
          <Loaded of={bank}>{(pages) => <BankList courseId={courseId} pages={pages} />}</Loaded>
          {bank.data && bank.data.rows.length > 0 && <ExportQuestions courseId={courseId} />}
        </div>
      </Section>
      {isOffice && (
        <>
          <Section title={t.quiz.title}>
            <Loaded of={quizzes}>
              {(loaded) => (
                <QuizDesk
                  course={course}
                  quizzes={loaded.quizzes}
                  bank={bank.data}
                  onPublished={() => void quizzes.reload()}
                />
              )}
            </Loaded>
          </Section>
          <Section title={t.runs.title}>
            <RunDesk course={course} onOpened={onChange} />
          </Section>
        </>
      )}
    </>
  );
};

/** One course: its questions, its quizzes and its runs; a teacher sees the questions alone. */
const CourseDeskPage = () => {
  const { authoring: t } = useMessages();
  const courseId = useRoute().params.courseId ?? '';
  const loaded = useResource(() => api.getCourse({ params: { courseId } }), [courseId]);
  const asLearner = loaded.data && (
    <a class="btn btn-quiet btn-small" href={`/khoa-hoc/${loaded.data.slug}`}>
      {t.asLearner}
    </a>
  );
  return (
    <Page
      key={courseId}
      title={loaded.data?.title ?? t.title}
      back={{ href: '/soan-khoa-hoc', label: t.title }}
      actions={asLearner}
      narrow
    >
      <OnlyFor roles={['training-head', 'teacher']}>
        <Loaded of={loaded}>
          {(course) => <Desk course={course} onChange={() => void loaded.reload()} />}
        </Loaded>
      </OnlyFor>
    </Page>
  );
};
export default CourseDeskPage;
