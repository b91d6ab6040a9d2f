import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { type Exam, ExamForm } from './exam-form.tsx';

const ExamCard = ({ exam }: { exam: Exam }) => {
  const { printed: t } = useMessages();
  const shown = useStore(language);
  const when = formatInstant(exam.heldAt, shown);
  return (
    <li class="card">
      <b>{exam.title}</b>
      <p class="muted small">
        {when} · {t.facts(exam.codes.length, exam.candidates.length)}
      </p>
      <a
        class="link-alone"
        href={`/thi-giay/${exam.quizId}/${exam.examId}`}
        aria-label={t.openOf(exam.title, when)}
      >
        {t.open}
      </a>
    </li>
  );
};

const load = async (quizId: string) => {
  const [exams, classes] = await Promise.all([
    api.listPrintedExams({ params: { quizId } }),
    api.listClasses(),
  ]);
  if (!exams.ok) return exams;
  if (!classes.ok) return classes;
  return { ok: true as const, body: { exams: exams.body.exams, classes: classes.body.classes } };
};

const Exams = ({ quiz }: { quiz: BodyOf<'getQuiz'> }) => {
  const { printed: t } = useMessages();
  const { route } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const loaded = useResource(() => load(quiz.quizId), [quiz.quizId]);
  return (
    <Loaded of={loaded}>
      {({ exams, classes }) => (
        <div class="stack">
          {exams.length === 0 && <p>{t.none}</p>}
          <ul class="stack-tight">
            {exams.map((exam) => (
              <ExamCard key={exam.examId} exam={exam} />
            ))}
          </ul>
          {isOpen || exams.length === 0 ? (
            <ExamForm
              {...{ quiz, classes }}
              onCreated={({ quizId, examId }) => route(`/thi-giay/${quizId}/${examId}`)}
            />
          ) : (
            <div>
              <Button onClick={() => setOpen(true)}>{t.create}</Button>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
};

/** The exams on paper of one quiz, and printing a further one. */
const PrintedExamsPage = () => {
  const { printed: t, marks } = useMessages();
  const quizId = useRoute().params.quizId ?? '';
  const loaded = useResource(() => api.getQuiz({ params: { quizId } }), [quizId]);
  return (
    <Page
      key={quizId}
      title={loaded.data ? t.ofQuiz(loaded.data.title) : t.title}
      back={{ href: `/ket-qua/${quizId}`, label: marks.title }}
    >
      <OnlyFor roles={['teacher', 'training-head']}>
        <Loaded of={loaded}>{(quiz) => <Exams quiz={quiz} />}</Loaded>
      </OnlyFor>
    </Page>
  );
};
export default PrintedExamsPage;
