import { useState } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Pages } from '../../state/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PublishQuiz } from './publish-quiz.tsx';

type Quiz = BodyOf<'listCourseQuizzes'>['quizzes'][number];
/** Quizzes draw an item once a version of it was approved. */
type Drawable = { readonly drawnVersion?: number | undefined };
type Props = {
  readonly course: Pick<BodyOf<'getCourse'>, 'courseId' | 'title'>;
  readonly quizzes: readonly Quiz[];
  readonly bank: Pages<Drawable> | undefined;
  readonly onPublished: () => void;
};

const QuizFacts = ({ quiz }: { quiz: Quiz }) => {
  const { analysis, authoring, teaching } = useMessages();
  const mark = formatMark(quiz.passHundredths);
  return (
    <li class="card">
      <b>{quiz.title}</b>
      <p class="muted small">
        {authoring.quiz.facts(quiz.itemCount, quiz.timeLimitMinutes, quiz.attemptsAllowed, mark)}
      </p>
      <p class="row">
        <a
          class="link-alone"
          href={`/ket-qua/${quiz.quizId}`}
          aria-label={teaching.results.seeOf(quiz.title)}
        >
          {teaching.results.see}
        </a>
        <a class="link-alone" href={`/phan-tich/${quiz.quizId}`} aria-label={analysis.openOf(quiz.title)}>
          {analysis.open}
        </a>
      </p>
    </li>
  );
};

/** The quizzes of a course, and publishing one as soon as the bank has questions; a further one is asked for first. */
export const QuizDesk = ({ course, quizzes, bank, onPublished }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.quiz;
  const [isOpen, setOpen] = useState(quizzes.length === 0);
  const [published, setPublished] = useState<string>();
  const finish = (title: string): void => {
    setOpen(false);
    setPublished(title);
    onPublished();
  };
  const approved = bank?.rows.filter(({ drawnVersion }) => drawnVersion !== undefined).length ?? 0;
  return (
    <div class="stack">
      {published && (
        <Notice tone="good">
          <p class="strong">{t.done(published)}</p>
        </Notice>
      )}
      {quizzes.length === 0 && !published && <p class="muted">{t.none}</p>}
      <ul class="stack-tight">
        {quizzes.map((quiz) => (
          <QuizFacts key={quiz.quizId} quiz={quiz} />
        ))}
      </ul>
      {approved === 0 && <p>{t.needsQuestions}</p>}
      {approved > 0 && isOpen && (
        <PublishQuiz
          course={course}
          available={{ count: approved, isMore: bank?.more !== undefined }}
          onPublished={finish}
        />
      )}
      {approved > 0 && !isOpen && (
        <div>
          <Button look="quiet" onClick={() => setOpen(true)}>
            {t.another}
          </Button>
        </div>
      )}
    </div>
  );
};
