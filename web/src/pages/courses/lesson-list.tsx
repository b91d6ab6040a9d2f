import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { readLessons } from '../../state/reading.ts';
import { Icon } from '../../ui/icon.tsx';

type Props = { readonly course: BodyOf<'getCourse'>; readonly personId: string | undefined };

/** The lessons in order, with a tick on those read on this device. */
export const LessonList = ({ course, personId }: Props) => {
  const { courses: t, common } = useMessages();
  const read = readLessons(personId, course.courseId);
  return (
    <ol class="lesson-list">
      {course.lessons.map(({ lessonNo, title, minutes }) => {
        const isRead = read.includes(lessonNo);
        return (
          <li key={lessonNo}>
            <a href={`/khoa-hoc/${course.slug}/bai/${lessonNo}`}>
              <span class={isRead ? 'step step-done' : 'step'} aria-hidden="true">
                {isRead ? <Icon name="tick" weight={3} /> : lessonNo}
              </span>
              <span>
                <span class="unseen">{t.lessonNo(lessonNo)}: </span>
                {title}
                {isRead && <span class="unseen">, {t.read}</span>}
              </span>
              <span class="muted small">{common.minutes(minutes)}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
};
