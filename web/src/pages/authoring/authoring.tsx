import './authoring.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { CourseRow } from './course-row.tsx';
import { keptDraft } from './kept-draft.ts';

type Course = BodyOf<'listCourses'>['courses'][number];
/** Each row asks for its quizzes and questions, so a long list is shown in steps. */
const STEP = 12;

const NewCourseLink = ({ personId }: { personId: string }) => {
  const { authoring: t, placing } = useMessages();
  const draft = keptDraft(personId);
  return (
    <div class="stack-tight">
      {draft && <p class="muted">{t.draftOf(draft.title || t.untitled)}</p>}
      <div class="row">
        <a class="btn" href="/soan-khoa-hoc/moi">
          {draft ? t.resume : t.create}
        </a>
        <a class="btn btn-quiet" href="/bai-xem-muc">
          {placing.open}
        </a>
      </div>
    </div>
  );
};

const CourseRows = ({ courses, none }: { courses: readonly Course[]; none: string }) => {
  const { common } = useMessages();
  const [shown, setShown] = useState(STEP);
  if (courses.length === 0) return <Nothing text={none} />;
  return (
    <>
      <ul class="authoring-list">
        {courses.slice(0, shown).map((course) => (
          <CourseRow key={course.courseId} course={course} />
        ))}
      </ul>
      {courses.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + STEP)}>
          {common.more}
        </Button>
      )}
    </>
  );
};

const Courses = () => {
  const { authoring: t } = useMessages();
  const who = useStore(session);
  const loaded = useResource(() => api.listCourses(), []);
  const mayCreate = who.state === 'in' && who.roles.includes('training-head');
  return (
    <div class="stack">
      {mayCreate && <NewCourseLink personId={who.personId} />}
      <Loaded of={loaded}>
        {({ courses }) => <CourseRows courses={courses} none={mayCreate ? t.none : t.noneForTeacher} />}
      </Loaded>
    </div>
  );
};

/** All courses with what each still lacks, and entering another; teachers come here to import questions. */
const AuthoringPage = () => {
  const { authoring: t } = useMessages();
  const who = useStore(session);
  const isOffice = who.state === 'in' && who.roles.includes('training-head');
  return (
    <Page title={t.title} lead={isOffice ? t.lead : t.teacherLead}>
      <OnlyFor roles={['training-head', 'teacher']}>
        <Courses />
      </OnlyFor>
    </Page>
  );
};
export default AuthoringPage;
