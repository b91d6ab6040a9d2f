import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Resource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';

type Props = { readonly of: Resource<BodyOf<'listCourseQuizzes'>>; readonly hasSeat: boolean };

/** The quizzes of a course, to take when one has a seat. */
export const QuizCards = ({ of, hasSeat }: Props) => {
  const { courses: t } = useMessages();
  return (
    <Loaded of={of}>
      {({ quizzes }) => (
        <div class="stack">
          {quizzes.length === 0 && <p class="muted">{t.noQuiz}</p>}
          {quizzes.map((quiz) => (
            <article key={quiz.quizId} class="card card-pale stack-tight">
              <h3>{quiz.title}</h3>
              <p>{t.quizFacts(quiz.itemCount, quiz.timeLimitMinutes, quiz.attemptsAllowed)}</p>
              {hasSeat ? (
                <a class="btn btn-full" href={`/kiem-tra/${quiz.quizId}`}>
                  {t.quizStart}
                  <Icon name="forward" size={22} weight={2.6} />
                </a>
              ) : (
                <p class="muted">{t.quizNeedsSeat}</p>
              )}
            </article>
          ))}
        </div>
      )}
    </Loaded>
  );
};
