import './courses.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { LibraryLink } from '../../materials/library-link.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { CourseStart } from './course-start.tsx';
import { LessonList } from './lesson-list.tsx';
import { QuizCards } from './quiz-cards.tsx';
import { Recordings } from './recordings.tsx';
import { RunCard } from './run-card.tsx';

type Course = BodyOf<'getCourse'>;
type MyEnrolment = BodyOf<'listMyEnrolments'>['enrolments'][number];

const isLive = ({ status }: MyEnrolment) => status !== 'cancelled';

type RunsProps = {
  readonly course: Course;
  readonly personId: string | undefined;
  readonly enrolments: readonly MyEnrolment[];
  readonly onChange: () => void;
};

/** The runs of the course, each with the person's place in it. */
const Runs = ({ course, personId, enrolments, onChange }: RunsProps) => {
  const { courses: t } = useMessages();
  return (
    <Section title={t.runs}>
      <div class="stack">
        {course.runs.length === 0 && <p class="muted">{t.noRun}</p>}
        {course.runs.map((run) => (
          <RunCard
            key={`${run.runId} ${personId}`}
            run={run}
            enrolment={enrolments.find(({ runId }) => runId === run.runId)}
            onChange={onChange}
          />
        ))}
      </div>
    </Section>
  );
};

const CourseView = ({ course, onChange }: { course: Course; onChange: () => void }) => {
  const { courses: t } = useMessages();
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const mine = useResource(personId ? () => api.listMyEnrolments() : undefined, [personId]);
  const enrolments = (mine.data?.enrolments ?? []).filter(
    (enrolment) => enrolment.courseId === course.courseId && isLive(enrolment),
  );
  const refresh = () => {
    onChange();
    void mine.reload();
  };
  const { courseId } = course;
  const quizzes = useResource(() => api.listCourseQuizzes({ params: { courseId } }), [courseId]);
  const hasSeat = enrolments.some(({ status }) => status === 'confirmed' || status === 'completed');
  return (
    <div class="course-page">
      <div>
        <CourseStart
          course={course}
          personId={personId}
          enrolments={enrolments}
          quizId={quizzes.data?.quizzes[0]?.quizId}
        />
        <Runs {...{ course, personId, enrolments }} onChange={refresh} />
      </div>
      <div class="course-aside">
        <Section title={t.lessons}>
          <LessonList course={course} personId={personId} />
        </Section>
        <Section title={t.quiz}>
          <QuizCards of={quizzes} hasSeat={hasSeat} />
        </Section>
        <Section title={t.recordings}>
          <Recordings courseId={courseId} slug={course.slug} />
          <LibraryLink competenceCodes={course.competenceCodes} />
        </Section>
      </div>
    </div>
  );
};

/** One course: what it is good for, the next step, seats, lessons, quiz and recordings. */
const CoursePage = () => {
  const { courses: t } = useMessages();
  const slug = useRoute().params.slug ?? '';
  const loaded = useResource(() => api.getCourse({ params: { courseId: slug } }), [slug]);
  const back = { href: '/khoa-hoc', label: t.title };
  return (
    <Page key={slug} title={loaded.data?.title ?? t.title} lead={loaded.data?.summary} back={back}>
      <Loaded of={loaded}>
        {(course) => <CourseView course={course} onChange={() => void loaded.reload()} />}
      </Loaded>
    </Page>
  );
};
export default CoursePage;
