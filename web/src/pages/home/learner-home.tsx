import { useEffect } from 'preact/hooks';
import { dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { attemptsHere, attemptsNow } from '../../learning/attempts-here.ts';
import { findQuizWork } from '../../learning/quiz-work.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { keeping } from '../../quiz/keeping.ts';
import { useKept } from '../../quiz/use-kept.ts';
import { fetchedScript } from '../../state/fetched-script.ts';
import { pageAtRest } from '../../state/page-at-rest.ts';
import { readLessons } from '../../state/reading.ts';
import { isAnswered, isSettled, useResource } from '../../state/use-resource.ts';
import { noteNewsSeen, noteWaiting, waitedFor } from '../../state/waiting.ts';
import { Loaded, Waiting } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { CourseStrip } from './course-strip.tsx';
import { MyCourses } from './my-courses.tsx';
import { currentCourse, isSameStep, nextStep, type ToldStep } from './next-step.ts';
import { NewerStep, NextStepCard } from './next-step-card.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SmallThings } from './small-things.tsx';
import { useGreeting } from './use-greeting.ts';
import { useHeld } from './use-held.ts';

type Enrolments = BodyOf<'listMyEnrolments'>['enrolments'];
type NextProps = {
  readonly enrolments: Enrolments;
  /** Whether nothing newer is expected of them. */
  readonly isSettled: boolean;
  readonly personId: string;
};

/** Remembers who waits for what, so that a seat which a queue gave is noticed as news. */
const useWaiting = (enrolments: Enrolments, personId: string): readonly string[] => {
  useEffect(() => {
    const waiting = enrolments.filter(({ status }) => status === 'waitlisted');
    noteWaiting(
      personId,
      waiting.map(({ runId }) => runId),
    );
  }, [enrolments, personId]);
  return waitedFor(personId);
};

/** What the next step follows from, asked for at the same time: `told` once enough of it is known, from the device or not. */
const useNextStep = ({ enrolments, personId }: NextProps) => {
  const courseId = currentCourse(enrolments)?.courseId;
  const seats = enrolments.map(({ courseId, status }) => `${courseId} ${status}`).join();
  const params = { courseId: courseId ?? '' };
  const course = useResource(courseId ? () => api.getCourse({ params }) : undefined, [courseId]);
  const quizzes = useResource(courseId ? () => api.listCourseQuizzes({ params }) : undefined, [courseId]);
  const open = useResource(() => findQuizWork(enrolments), [seats]);
  const begun = useKept(() => attemptsHere(keeping, personId, Date.now()));
  const waited = useWaiting(enrolments, personId);
  const isKnown = isAnswered(open) && (!courseId || (course.data && isAnswered(quizzes)));
  const read = readLessons(personId, courseId ?? '');
  const step =
    isKnown &&
    nextStep({
      enrolments,
      attempts: attemptsNow(open, begun),
      waitedFor: waited,
      course: course.data,
      read,
      quizId: quizzes.data?.quizzes[0]?.quizId,
      today: dayOf(new Date().toISOString()),
    });
  const told: ToldStep | undefined = step ? { step, course: course.data, read } : undefined;
  return { told, course, isSettled: isSettled(open) && (!courseId || isSettled(quizzes)) };
};

const Next = (props: NextProps) => {
  const { personId } = props;
  const found = useNextStep(props);
  const { shown, newer, turn } = useHeld(found.told, isSameStep);
  if (!shown) return found.course.problem ? <Loaded of={found.course}>{() => null}</Loaded> : <Waiting />;
  const { step } = shown;
  const onGo = () => {
    if (step.kind === 'seat-got') noteNewsSeen(personId, step.seat.run.runId);
  };
  return (
    <div class="stack">
      <NextStepCard told={shown} onGo={onGo} />
      {newer && props.isSettled && found.isSettled && <NewerStep told={newer} onTurn={turn} />}
    </div>
  );
};

/** What was watched and left; asked for when the page stands, so that it holds nothing up. */
const GoOn = () => {
  const later = async () => {
    await pageAtRest();
    return import('./go-on-watching.tsx');
  };
  const script = useResource(() => fetchedScript(later), []);
  return script.data ? <script.data.GoOnWatching /> : null;
};

/** For a learner: a greeting, one next step with the stairs of progress, small things to do, and the results so far. */
export const LearnerHome = ({ personId }: { personId: string }) => {
  const { home: t } = useMessages();
  const mine = useResource(() => api.listMyEnrolments(), [personId]);
  const courses = useResource(() => api.listCourses(), []);
  return (
    <Page title={useGreeting(personId)} lead={t.learnerLead}>
      <div class="home-learner">
        <div>
          <Loaded of={mine}>
            {({ enrolments }) => (
              <Next key={personId} enrolments={enrolments} isSettled={isSettled(mine)} personId={personId} />
            )}
          </Loaded>
          <GoOn key={personId} />
        </div>
        <div>
          <SmallThings key={personId} personId={personId} />
          <MyCourses enrolments={mine.data?.enrolments ?? []} />
          <Shortcuts />
        </div>
      </div>
      <Section title={t.otherThings}>
        <CourseStrip of={courses} />
      </Section>
    </Page>
  );
};
