import type { QuizSummary } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { Refused } from '../../api/types.ts';

export type FoundQuiz = { readonly quiz?: QuizSummary; readonly courseSlug?: string };

/**
 * The rules of a quiz by its identifier. Only a holder of a seat may take it, so it is looked for among the quizzes of
 * the person's own courses; nothing found means there is no seat.
 */
export const findQuiz = async (
  quizId: string,
): Promise<{ readonly ok: true; readonly body: FoundQuiz } | Refused> => {
  const mine = await api.listMyEnrolments();
  if (!mine.ok) return mine;
  const seats = mine.body.enrolments.filter(({ status }) => status === 'confirmed' || status === 'completed');
  const lists = await Promise.all(
    seats.map(async ({ courseId, courseSlug }) => ({
      courseSlug,
      answer: await api.listCourseQuizzes({ params: { courseId } }),
    })),
  );
  for (const { courseSlug, answer } of lists) {
    if (!answer.ok) return answer;
    const quiz = answer.body.quizzes.find((one) => one.quizId === quizId);
    if (quiz) return { ok: true, body: { quiz, courseSlug } };
  }
  return { ok: true, body: {} };
};
