import './lesson.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { Markdown } from '../../markdown/markdown.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { noteRead } from '../../state/reading.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Stairs } from '../../ui/stairs.tsx';

type Course = BodyOf<'getCourse'>;

const Onward = ({ course, lessonNo }: { course: Course; lessonNo: number }) => {
  const { courses: t } = useMessages();
  const who = useStore(session);
  const lesson = (no: number) => course.lessons.find((one) => one.lessonNo === no);
  const at = (no: number) => `/khoa-hoc/${course.slug}/bai/${no}`;
  const next = lesson(lessonNo + 1);
  const done = () => noteRead(who.state === 'in' ? who.personId : undefined, course.courseId, lessonNo);
  return (
    <nav class="onward" aria-label={t.lessons}>
      {lesson(lessonNo - 1) && (
        <a class="btn btn-quiet" href={at(lessonNo - 1)}>
          <Icon name="back" size={22} weight={2.6} />
          {t.previous}
        </a>
      )}
      <a class="btn" href={next ? at(lessonNo + 1) : `/khoa-hoc/${course.slug}`} onClick={done}>
        {next ? t.next : t.finish}
        <Icon name={next ? 'forward' : 'tick'} size={22} weight={2.6} />
      </a>
    </nav>
  );
};

/** The text of one lesson. It counts as read on this device when the reader goes on from its end. */
const LessonPage = () => {
  const { courses: t, home } = useMessages();
  const { params } = useRoute();
  const slug = params.slug ?? '';
  const lessonNo = Number(params.lessonNo);
  const course = useResource(() => api.getCourse({ params: { courseId: slug } }), [slug]);
  const lesson = useResource(() => api.getLesson({ params: { courseId: slug, lessonNo } }), [slug, lessonNo]);
  const count = course.data?.lessons.length ?? 0;
  return (
    <Page
      key={`${slug} ${lessonNo}`}
      title={lesson.data?.title ?? t.lessonNo(lessonNo)}
      lead={course.data && t.lessonLead(course.data.title, lessonNo, count)}
      back={{ href: `/khoa-hoc/${slug}`, label: course.data?.title ?? t.title }}
      narrow
    >
      <Loaded of={lesson}>
        {({ text }) => (
          <article class="card card-main lesson">
            <Markdown text={text} />
            {count > 1 && (
              <Stairs done={lessonNo - 1} of={count} label={home.progress(lessonNo - 1, count)} />
            )}
          </article>
        )}
      </Loaded>
      {course.data && lesson.data && <Onward course={course.data} lessonNo={lessonNo} />}
    </Page>
  );
};
export default LessonPage;
