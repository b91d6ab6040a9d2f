import { formatMark } from '#shared/marks/marks.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Pages } from '../../state/use-pages.ts';
import { PublishQuiz } from './publish-quiz.tsx';

type Quiz = BodyOf<'listCourseQuizzes'>['quizzes'][number];
type Props = {
  readonly course: Pick<BodyOf<'getCourse'>, 'courseId' | 'title'>;
  readonly quizzes: readonly Quiz[];
  readonly bank: Pages<unknown> | undefined;
  readonly onPublished: () => void;
};

/** The quizzes of a course, and publishing another as soon as the bank has questions. */
export const QuizDesk = ({ course, quizzes, bank, onPublished }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.quiz;
  return (
    <div class="stack">
      {quizzes.length === 0 && <p class="muted">{t.none}</p>}
      <ul class="stack-tight">
        {quizzes.map((quiz) => (
          <li key={quiz.quizId} class="card">
            <b>{quiz.title}</b>
            <p class="muted small">
              {t.facts(
                quiz.itemCount,
                quiz.timeLimitMinutes,
                quiz.attemptsAllowed,
                formatMark(quiz.passHundredths),
              )}
            </p>
          </li>
        ))}
      </ul>
      {bank && bank.rows.length > 0 ? (
        <PublishQuiz
          course={course}
          available={{ count: bank.rows.length, isMore: bank.more !== undefined }}
          onPublished={onPublished}
        />
      ) : (
        <p>{t.needsQuestions}</p>
      )}
    </div>
  );
};
