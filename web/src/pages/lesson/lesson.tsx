import './lesson.css';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Subject } from '../../downloads/download.ts';
import { TakeAlong } from '../../downloads/take-along.tsx';
import { KeptTicksContext } from '../../markdown/kept-ticks.ts';
import { Markdown } from '../../markdown/markdown.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { keepTicked, tickedAt } from '../../state/practice.ts';
import { noteRead, readLessons } from '../../state/reading.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { useTaskChrome, useTopBack } from '../../ui/chrome.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { LessonEnd } from './lesson-end.tsx';
import { LessonRecordings, useLessonRecordings } from './lesson-recordings.tsx';
import { OnwardBar } from './onward-bar.tsx';

type Course = BodyOf<'getCourse'>;
type Place = { readonly slug: string; readonly lessonNo: number; readonly personId: string | undefined };

type TextProps = Place & { readonly text: string; readonly children: ComponentChildren };

/** The text below what can be done with it, with what was ticked off in it kept for the reader on this device. */
const LessonText = ({ text, slug, lessonNo, personId, children }: TextProps) => {
  const article = useRef<HTMLElement>(null);
  const kept = useMemo(() => {
    const place = `${slug} ${lessonNo}`;
    return {
      ticked: () => tickedAt(personId, place),
      keep: (words: readonly string[]) => keepTicked(personId, place, words),
    };
  }, [slug, lessonNo, personId]);
  return (
    <>
      <div class="lesson-tools no-print">
        {children}
        <ReadAloud of={article} />
      </div>
      <article ref={article} class="lesson-text">
        <KeptTicksContext.Provider value={kept}>
          <Markdown text={text} />
        </KeptTicksContext.Provider>
      </article>
    </>
  );
};

const AfterText = ({ course, lessonNo, personId }: { course: Course } & Omit<Place, 'slug'>) => {
  const [read, setRead] = useState(() => readLessons(personId, course.courseId));
  const onRead = () => {
    noteRead(personId, course.courseId, lessonNo);
    setRead(readLessons(personId, course.courseId));
  };
  return (
    <>
      <LessonEnd course={course} lessonNo={lessonNo} read={read} onRead={onRead} />
      <OnwardBar course={course} lessonNo={lessonNo} onRead={onRead} />
    </>
  );
};

/** The lesson as something to take along: its text with its course, and what was recorded of it. */
const lessonToTake = (
  { courseId, slug }: Course,
  { lessonNo, title }: { readonly lessonNo: number; readonly title: string },
  recordings: Subject['recordings'],
): Subject => ({
  id: `lesson ${slug} ${lessonNo}`,
  title,
  href: `/khoa-hoc/${slug}/bai/${lessonNo}`,
  recordings,
  lesson: { slug, lessonNo, courseId },
});

/** A line that says nothing yet, as high as one that does. */
const BLANK = '\u00a0';

/** One lesson: its text with things to try, its recording, and the way on. */
const LessonPage = () => {
  const { courses: t } = useMessages();
  const { params } = useRoute();
  const slug = params.slug ?? '';
  const lessonNo = Number(params.lessonNo);
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const course = useResource(() => api.getCourse({ params: { courseId: slug } }), [slug]);
  const lesson = useResource(() => api.getLesson({ params: { courseId: slug, lessonNo } }), [slug, lessonNo]);
  const back = { href: `/khoa-hoc/${slug}`, label: course.data?.title ?? t.title };
  const at = course.data ? t.lessonAt(lessonNo, course.data.lessons.length) : BLANK;
  const recordings = useLessonRecordings(course.data?.courseId, lessonNo);
  useTaskChrome(true);
  useTopBack({ ...back, at });
  const place = `${slug} ${lessonNo} ${personId}`;
  return (
    <Page key={place} title={lesson.data?.title ?? t.lessonNo(lessonNo)} lead={at} back={back} narrow>
      <Loaded of={lesson}>
        {({ text, title }) => (
          <div class="lesson">
            <LessonText text={text} slug={slug} lessonNo={lessonNo} personId={personId}>
              {course.data && recordings ? (
                <TakeAlong subject={lessonToTake(course.data, { lessonNo, title }, recordings)} />
              ) : (
                <div />
              )}
            </LessonText>
            {course.data && recordings && (
              <>
                <LessonRecordings recordings={recordings} />
                <AfterText key={place} course={course.data} lessonNo={lessonNo} personId={personId} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
};
export default LessonPage;
