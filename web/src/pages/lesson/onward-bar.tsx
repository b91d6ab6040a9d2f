import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { isAnswered, useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Waiting } from '../../ui/loaded.tsx';
import { onward } from './onward.ts';

type Props = {
  readonly course: BodyOf<'getCourse'>;
  readonly lessonNo: number;
  readonly onRead: () => void;
};

/** The course's quiz and whether the reader may take it, once that is known; asked for at the last lesson only. */
const useQuizAtTheEnd = (courseId: string, isLast: boolean) => {
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const asks = isLast && personId !== undefined;
  const deps = [courseId, personId, asks];
  const mine = useResource(asks ? () => api.listMyEnrolments() : undefined, deps);
  const quizzes = useResource(asks ? () => api.listCourseQuizzes({ params: { courseId } }) : undefined, deps);
  const hasSeat = mine.data?.enrolments.some(
    (one) => one.courseId === courseId && (one.status === 'confirmed' || one.status === 'completed'),
  );
  const isKnown = !asks || (isAnswered(mine) && isAnswered(quizzes));
  return { quiz: quizzes.data?.quizzes[0], hasSeat: hasSeat === true, isKnown };
};

/** What comes after this lesson, as one button in reach of the thumb. Going on says that the lesson was read. */
export const OnwardBar = ({ course, lessonNo, onRead }: Props) => {
  const { courses: t } = useMessages();
  const isLast = course.lessons.at(-1)?.lessonNo === lessonNo;
  const { quiz, hasSeat, isKnown } = useQuizAtTheEnd(course.courseId, isLast);
  const next = onward(course.lessons, lessonNo, quiz, hasSeat);
  const at = {
    lesson: () => ({ href: `/khoa-hoc/${course.slug}/bai/${lessonNo + 1}`, text: t.next }),
    quiz: () => ({ href: `/kiem-tra/${quiz?.quizId}`, text: t.takeQuestions(quiz?.itemCount ?? 0) }),
    course: () => ({ href: `/khoa-hoc/${course.slug}`, text: t.finish }),
  }[next.kind]();
  return (
    <nav class="action-bar no-print" aria-label={t.goOn}>
      <div>
        {isKnown ? (
          <a class="btn" href={at.href} onClick={onRead}>
            {at.text}
            <Icon name="forward" size={22} weight={2.6} />
          </a>
        ) : (
          <Waiting />
        )}
      </div>
    </nav>
  );
};
