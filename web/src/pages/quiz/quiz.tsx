import './quiz.css';
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { Attempt, QuizSummary } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { concludeEnded } from '../../quiz/carry-out.ts';
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
import { ResultView } from './result.tsx';

type About = {
  readonly found: Resource<QuizSummary>;
  readonly mine: Resource<BodyOf<'listMyEnrolments'>>;
  readonly earlier: Resource<BodyOf<'listMyAttempts'>>;
};

/** Nothing is asked while questions are shown: they are on the device, and the line is for the answers. */
const useAbout = (quizId: string, personId: string, isAsking: boolean): About => {
  const deps = [quizId, personId, isAsking];
  const params = { quizId };
  return {
    found: useResource(isAsking ? () => api.getQuiz({ params }) : undefined, deps),
    mine: useResource(isAsking ? () => api.listMyEnrolments() : undefined, deps),
    earlier: useResource(isAsking ? () => api.listMyAttempts({ params }) : undefined, deps),
  };
};

/** The person's seat in the quiz's course, of which only a holder may take it; undefined while that is not known. */
const seatOf = ({ found, mine }: About) =>
  mine.data?.enrolments.find(
    ({ courseId, status }) =>
      courseId === found.data?.courseId && (status === 'confirmed' || status === 'completed'),
  );

/** The course that the quiz is of; its identifier does as well as its name in the address. */
const courseHref = (about: About): string | undefined => {
  const course = seatOf(about)?.courseSlug ?? about.found.data?.courseId;
  return course && `/khoa-hoc/${course}`;
};

/** Keeps what the server gave: an open attempt to go on with, an ended one as its result. */
const useTakingUp = (personId: string, about: About) => {
  const { quiz: t } = useMessages();
  const { data } = about.found;
  return (attempt: Attempt): Ref => {
    const ref = { personId, attemptId: attempt.attemptId };
    const receivedAt = Date.now();
    if (attempt.status === 'submitted') concludeEnded(keeping, ref, attempt, receivedAt);
    else
      keepAttempt(keeping, personId, attempt, {
        title: data?.title ?? t.title,
        backHref: courseHref(about) ?? '/khoa-hoc',
        ...(data && { attemptsAllowed: data.attemptsAllowed }),
        receivedAt,
      });
    return ref;
  };
};

/** An attempt that this device does not hold yet, by the link of a list or of a message. */
const Fetched = ({ personId, attemptId, about }: { personId: string; attemptId: string; about: About }) => {
  const takeUp = useTakingUp(personId, about);
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
  const allowed = found.data?.attemptsAllowed ?? kept;
  const used = Math.max(attemptNo, ...(earlier.data?.attempts.map((one) => one.attemptNo) ?? []));
  return allowed === undefined ? undefined : used < allowed;
};

type Props = { readonly personId: string; readonly quizId: string; readonly wanted: string | undefined };

const Rules = ({ about, onStart }: { about: About; onStart: (attempt: Attempt) => void }) => (
  <Loaded of={about.found}>
    {(quiz) => (
      <Loaded of={about.earlier}>
        {({ attempts }) => (
          <BeforeStart
            quiz={quiz}
            hasSeat={about.mine.data && seatOf(about) !== undefined}
            attempts={attempts}
            onStart={onStart}
          />
        )}
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
  const about = useAbout(quizId, personId, draft === undefined);
  const takeUp = useTakingUp(personId, about);
  if (draft) return <AttemptView key={draft.ref.attemptId} draft={draft} />;

  const backHref = courseHref(about) ?? outcome?.backHref ?? '/khoa-hoc';
  const back = { href: backHref, label: backHref === '/khoa-hoc' ? courses.title : t.toCourse };
  const toRules = () => {
    setOpened(undefined);
    void about.earlier.reload();
    if (wanted) route(`/kiem-tra/${quizId}`);
  };
  const title = about.found.data?.title ?? t.title;
  return (
    <Page key={ref ? 'result' : 'rules'} title={ref ? t.result : title} back={back} narrow>
      {!ref && <Rules about={about} onStart={(started) => setOpened(takeUp(started).attemptId)} />}
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
