import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { lacksOf, sentenceOfLacks } from './lacks.ts';

type Course = BodyOf<'listCourses'>['courses'][number];

/** One course: the sentence about what it lacks, then how much of each part there is. */
export const CourseRow = ({ course }: { course: Course }) => {
  const messages = useMessages();
  const { authoring: t, common } = messages;
  const params = { courseId: course.courseId };
  const quizzes = useResource(() => api.listCourseQuizzes({ params }), [course.courseId]);
  const bank = useResource(() => api.countBankItems({ params }), [course.courseId]);
  const parts = quizzes.data &&
    bank.data && {
      lessons: course.lessonCount,
      questions: bank.data.cells.reduce((sum, { count }) => sum + count, 0),
      quizzes: quizzes.data.quizzes.length,
      openRuns: course.openRuns,
    };
  const isUnknown = (quizzes.problem ?? bank.problem) !== undefined;
  return (
    <li>
      <a class="card authoring-row" href={`/soan-khoa-hoc/${course.courseId}`}>
        <b>{course.title}</b>
        {!parts && <span class="muted">{isUnknown ? t.unknown : common.loading}</span>}
        {parts && (
          <>
            <span class={lacksOf(parts).length === 0 ? 'complete' : 'lacking'}>
              <Icon name={lacksOf(parts).length === 0 ? 'tick' : 'alert'} size={20} />
              {sentenceOfLacks(parts, messages)}
            </span>
            <span class="muted small">
              {[
                t.lessonCount(parts.lessons),
                t.drawableCount(parts.questions),
                t.quizCount(parts.quizzes),
                t.runCount(parts.openRuns),
              ].join(' · ')}
            </span>
          </>
        )}
      </a>
    </li>
  );
};
