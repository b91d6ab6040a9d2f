import './quiz.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Attempt } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, NoRight } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { AttemptView } from './attempt.tsx';
import { BeforeStart } from './before-start.tsx';
import { findQuiz } from './find-quiz.ts';
import { ResultView } from './result.tsx';

/** A quiz from its rules through its questions to its result. */
const QuizPage = () => {
  const { quiz: t, courses } = useMessages();
  const quizId = useRoute().params.quizId ?? '';
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const [attempt, setAttempt] = useState<Attempt>();
  const found = useResource(() => findQuiz(quizId), [quizId, personId]);
  const earlier = useResource(() => api.listMyAttempts({ params: { quizId } }), [quizId, personId]);
  const title = found.data?.quiz?.title ?? t.title;
  const slug = found.data?.courseSlug;
  const back = slug
    ? { href: `/khoa-hoc/${slug}`, label: t.toCourse }
    : { href: '/khoa-hoc', label: courses.title };

  if (who.state === 'in' && !who.roles.includes('learner')) {
    return (
      <Page title={t.title}>
        <NoRight />
      </Page>
    );
  }
  if (attempt?.status === 'open') {
    return <AttemptView key={attempt.attemptId} attempt={attempt} title={title} onSubmitted={setAttempt} />;
  }
  const again = () => {
    setAttempt(undefined);
    void earlier.reload();
  };
  return (
    <Page key={attempt ? 'result' : 'rules'} title={attempt ? t.result : title} back={back} narrow>
      {attempt ? (
        <ResultView attempt={attempt} backHref={back.href} onAgain={again} />
      ) : (
        <Loaded of={found}>
          {({ quiz }) => (
            <Loaded of={earlier}>
              {({ attempts }) => (
                <BeforeStart quiz={quiz} quizId={quizId} attempts={attempts} onStart={setAttempt} />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Page>
  );
};
export default QuizPage;
