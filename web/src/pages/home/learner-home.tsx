import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { givenName } from '../../format/numbers.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { readLessons } from '../../state/reading.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { CourseStrip } from './course-strip.tsx';
import { MyCourses } from './my-courses.tsx';
import { currentCourse, nextStep } from './next-step.ts';
import { NextStepCard } from './next-step-card.tsx';

type Enrolments = BodyOf<'listMyEnrolments'>['enrolments'];

const Next = ({ enrolments, personId }: { enrolments: Enrolments; personId: string }) => {
  const current = currentCourse(enrolments);
  const courseId = current?.courseId;
  const course = useResource(courseId ? () => api.getCourse({ params: { courseId } }) : undefined, [
    courseId,
  ]);
  const quizzes = useResource(courseId ? () => api.listCourseQuizzes({ params: { courseId } }) : undefined, [
    courseId,
  ]);
  if (courseId && !course.data) return <Loaded of={course}>{() => null}</Loaded>;
  const read = readLessons(personId, courseId ?? '');
  const quizId = quizzes.data?.quizzes[0]?.quizId;
  const step = nextStep(course.data, read, quizId, current?.status === 'confirmed');
  return <NextStepCard step={step} course={course.data} read={read} />;
};

/** For a learner: a greeting, one next step with the stairs of progress, and the results so far. */
export const LearnerHome = ({ personId }: { personId: string }) => {
  const { home: t } = useMessages();
  const me = useResource(() => api.getMe(), [personId]);
  const mine = useResource(() => api.listMyEnrolments(), [personId]);
  const courses = useResource(() => api.listCourses(), []);
  return (
    <Page title={me.data ? t.hello(givenName(me.data.fullName)) : t.helloNoName} lead={t.learnerLead}>
      <Loaded of={mine}>
        {({ enrolments }) => (
          <div class="home-learner">
            <Next enrolments={enrolments} personId={personId} />
            <MyCourses enrolments={enrolments} />
          </div>
        )}
      </Loaded>
      <Section title={t.otherThings}>
        <CourseStrip of={courses} />
      </Section>
    </Page>
  );
};
