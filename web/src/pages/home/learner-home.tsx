import { useEffect } from 'preact/hooks';
import { dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { findOpenAttempts } from '../../learning/open-attempts.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { readLessons } from '../../state/reading.ts';
import { isAnswered, isSettled, useResource } from '../../state/use-resource.ts';
import { noteNewsSeen, noteWaiting, waitedFor } from '../../state/waiting.ts';
import { Loaded, Waiting } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { CourseStrip } from './course-strip.tsx';
import { MyCourses } from './my-courses.tsx';
import { currentCourse, nextStep } from './next-step.ts';
import { NextStepCard } from './next-step-card.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SmallThings } from './small-things.tsx';
import { useGreeting } from './use-greeting.ts';

type Enrolments = BodyOf<'listMyEnrolments'>['enrolments'];

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

const Next = ({ enrolments, personId }: { enrolments: Enrolments; personId: string }) => {
  const courseId = currentCourse(enrolments)?.courseId;
  const deps = [courseId, personId];
  const course = useResource(courseId ? () => api.getCourse({ params: { courseId } }) : undefined, deps);
  const quizzes = useResource(
    courseId ? () => api.listCourseQuizzes({ params: { courseId } }) : undefined,
    deps,
  );
  const open = useResource(() => findOpenAttempts(enrolments), deps);
  const waited = useWaiting(enrolments, personId);
  if (courseId && !course.data) return <Loaded of={course}>{() => null}</Loaded>;
  // One step, and it stays: a button must not become another one under the finger.
  if (!isSettled(open) || (courseId && !isAnswered(quizzes))) return <Waiting />;
  const read = readLessons(personId, courseId ?? '');
  const step = nextStep({
    enrolments,
    attempts: open.data ?? [],
    waitedFor: waited,
    course: course.data,
    read,
    quizId: quizzes.data?.quizzes[0]?.quizId,
    today: dayOf(new Date().toISOString()),
  });
  const onGo = () => {
    if (step.kind === 'seat-got') noteNewsSeen(personId, step.seat.run.runId);
  };
  return <NextStepCard step={step} course={course.data} read={read} onGo={onGo} />;
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
            {({ enrolments }) => <Next enrolments={enrolments} personId={personId} />}
          </Loaded>
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
