import './quiz.css';
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { Attempt } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { conclude } from '../../quiz/carry-out.ts';
import { draftOf, findDraft, keepAttempt } from '../../quiz/drafts.ts';
import type { Ref } from '../../quiz/entries.ts';
import { keeping } from '../../quiz/keeping.ts';
import { outcomeOf } from '../../quiz/outcomes.ts';
import { useKept } from '../../quiz/use-kept.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { type Resource, useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { AttemptView } from './attempt.tsx';
import { BeforeStart } from './before-start.tsx';
import { type FoundQuiz, findQuiz } from './find-quiz.ts';
import { ResultView } from './result.tsx';

type About = {
  readonly found: Resource<FoundQuiz>;
  readonly earlier: Resource<BodyOf<'listMyAttempts'>>;
};

/** Nothing is asked while questions are shown: they are on the device, and the line is for the answers. */
const useAbout = (quizId: string, personId: string, isAsking: boolean): About => ({
  found: useResource(isAsking ? undefined : () => findQuiz(quizId), [quizId, personId, isAsking]),
  earlier: useResource(isAsking ? undefined : () => api.listMyAttempts({ params: { quizId } }), [
    quizId,
    personId,
    isAsking,
  ]),
});

/** Keeps what the server gave: an open attempt to go on with, an ended one as its result. */
const useTakingUp = (personId: string, { data }: Resource<FoundQuiz>) => {
  const { quiz: t } = useMessages();
  return (attempt: Attempt): Ref => {
    const ref = { personId, attemptId: attempt.attemptId };
    const receivedAt = Date.now();
    if (attempt.status === 'submitted') conclude(keeping, ref, attempt, receivedAt);
    else
      keepAttempt(keeping, personId, attempt, {
        title: data?.quiz?.title ?? t.title,
        backHref: data?.courseSlug ? `/khoa-hoc/${data.courseSlug}` : '/khoa-hoc',
        ...(data?.quiz && { attemptsAllowed: data.quiz.attemptsAllowed }),
        receivedAt,
      });
    return ref;
  };
};

/** An attempt that this device does not hold yet, by the link of a list or of a message. */
const Fetched = ({ personId, attemptId, about }: { personId: string; attemptId: string; about: About }) => {
  const takeUp = useTakingUp(personId, about.found);
  const fetched = useResource(async () => {
    const answer = await api.getAttempt({ params: { attemptId } });
    if (answer.ok) takeUp(answer.body);
    return answer;
  }, [attemptId]);
  return <Loaded of={fetched}>{() => null}</Loaded>;
};

/** Whether another attempt may be opened; undefined while that is not known. */
const repeatable = (
  { found, earlier }: About,
  attemptNo: number,
  kept: number | undefined,
): boolean | undefined => {
  const allowed = found.data?.quiz?.attemptsAllowed ?? kept;
  const used = Math.max(attemptNo, ...(earlier.data?.attempts.map((one) => one.attemptNo) ?? []));
  return allowed === undefined ? undefined : used < allowed;
};

type Props = { readonly personId: string; readonly quizId: string; readonly wanted: string | undefined };

const Rules = ({
  about,
  quizId,
  onStart,
}: {
  about: About;
  quizId: string;
  onStart: (a: Attempt) => void;
}) => (
  <Loaded of={about.found}>
    {({ quiz }) => (
      <Loaded of={about.earlier}>
        {({ attempts }) => <BeforeStart quiz={quiz} quizId={quizId} attempts={attempts} onStart={onStart} />}
      </Loaded>
    )}
  </Loaded>
);

/** Straight to the attempt that is open on this device, network or not; else the wanted result, else the rules. */
const QuizOf = ({ personId, quizId, wanted }: Props) => {
  const { quiz: t, courses } = useMessages();
  const { route } = useLocation();
  const [opened, setOpened] = useState(() => findDraft(keeping, personId, quizId)?.ref.attemptId);
  const attemptId = wanted ?? opened;
  const ref = attemptId ? { personId, attemptId } : undefined;
  const draft = useKept(() => ref && draftOf(keeping, ref));
  const outcome = useKept(() => ref && outcomeOf(keeping, ref));
  const about = useAbout(quizId, personId, draft !== undefined);
  const takeUp = useTakingUp(personId, about.found);
  if (draft) return <AttemptView key={draft.ref.attemptId} draft={draft} />;

  const slug = about.found.data?.courseSlug;
  const backHref = slug ? `/khoa-hoc/${slug}` : (outcome?.backHref ?? '/khoa-hoc');
  const back = { href: backHref, label: backHref === '/khoa-hoc' ? courses.title : t.toCourse };
  const toRules = () => {
    setOpened(undefined);
    void about.earlier.reload();
    if (wanted) route(`/kiem-tra/${quizId}`);
  };
  const title = about.found.data?.quiz?.title ?? t.title;
  return (
    <Page key={ref ? 'result' : 'rules'} title={ref ? t.result : title} back={back} narrow>
      {!ref && (
        <Rules about={about} quizId={quizId} onStart={(started) => setOpened(takeUp(started).attemptId)} />
      )}
      {ref && outcome && (
        <ResultView
          outcome={outcome}
          backHref={backHref}
          mayRepeat={repeatable(about, outcome.attempt?.attemptNo ?? 0, outcome.attemptsAllowed)}
          onAgain={toRules}
        />
      )}
      {ref && !outcome && <Fetched personId={personId} attemptId={ref.attemptId} about={about} />}
    </Page>
  );
};

/** A quiz from its rules through its questions to its result. */
const QuizPage = () => {
  const { quiz: t } = useMessages();
  const { params, query } = useRoute();
  const who = useStore(session);
  if (who.state === 'out' || !who.roles.includes('learner')) {
    return (
      <Page title={t.title}>
        <OnlyFor roles={['learner']}>{null}</OnlyFor>
      </Page>
    );
  }
  const quizId = params.quizId ?? '';
  return (
    <QuizOf key={`${who.personId} ${quizId}`} personId={who.personId} quizId={quizId} wanted={query.lan} />
  );
};
export default QuizPage;
