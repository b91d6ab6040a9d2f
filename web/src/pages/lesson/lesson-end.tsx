import type { BodyOf } from '../../api/types.ts';
import { LibraryLink } from '../../materials/library-link.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Stairs } from '../../ui/stairs.tsx';

type Props = {
  readonly course: BodyOf<'getCourse'>;
  readonly lessonNo: number;
  readonly read: readonly number[];
  readonly onRead: () => void;
};

/** What a visitor who liked it can do: come into a class, or take a seat. */
const GuestNext = ({ slug }: { slug: string }) => {
  const { courses: t, join } = useMessages();
  return (
    <div class="stack-tight">
      <p>{t.guestNext}</p>
      <a class="btn btn-quiet" href="/vao-lop">
        <Icon name="people" size={22} />
        {join.title}
      </a>
      <a class="btn btn-quiet" href={`/khoa-hoc/${slug}`}>
        {t.guestSeat}
      </a>
    </div>
  );
};

/** The end of a lesson: the reader says so, the stair rises by a step, and the lesson before is one tap away. */
export const LessonEnd = ({ course, lessonNo, read, onRead }: Props) => {
  const { courses: t, home } = useMessages();
  const who = useStore(session);
  const { lessons, slug } = course;
  const done = lessons.filter((lesson) => read.includes(lesson.lessonNo)).length;
  const isRead = read.includes(lessonNo);
  const hasPrevious = lessons.some((lesson) => lesson.lessonNo === lessonNo - 1);
  return (
    <section class="card lesson-end stack" aria-label={t.endOfLesson}>
      <div role="status">
        {isRead && (
          <p class="strong row">
            <Icon name="tick" weight={3} />
            {t.readNow}
          </p>
        )}
      </div>
      {!isRead && (
        <Button look="quiet" full onClick={onRead}>
          {t.markRead}
        </Button>
      )}
      {lessons.length > 1 && (
        <Stairs done={done} of={lessons.length} label={home.progress(done, lessons.length)} />
      )}
      {isRead && <LibraryLink competenceCodes={course.competenceCodes} />}
      {isRead && who.state === 'out' && <GuestNext slug={slug} />}
      {hasPrevious && (
        <a class="back" href={`/khoa-hoc/${slug}/bai/${lessonNo - 1}`}>
          <Icon name="back" size={20} weight={2.6} />
          {t.previous}
        </a>
      )}
    </section>
  );
};
