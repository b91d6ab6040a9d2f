import { api } from '../api/api.ts';
import type { BodyOf, Refused } from '../api/types.ts';

type Enrolment = BodyOf<'listMyEnrolments'>['enrolments'][number];
type Quiz = BodyOf<'listCourseQuizzes'>['quizzes'][number];

/** A quiz that was begun and not handed in. */
export type OpenAttempt = {
  readonly attemptId: string;
  readonly quizId: string;
  readonly courseId: string;
  readonly title: string;
  /** UTC. */
  readonly startedAt: string;
  readonly deadline?: string | undefined;
};
type Answer<T> = { readonly ok: true; readonly body: T } | Refused;

const openAt = async ({ quizId, courseId, title }: Quiz): Promise<Answer<readonly OpenAttempt[]>> => {
  const answer = await api.listMyAttempts({ params: { quizId } });
  if (!answer.ok) return answer;
  const open = answer.body.attempts.filter(({ status }) => status === 'open');
  return {
    ok: true,
    body: open.map(({ attemptId, startedAt, deadline }) => ({
      attemptId,
      quizId,
      courseId,
      title,
      startedAt,
      deadline,
    })),
  };
};

/** The first refusal, or all answers' rows in one. */
const together = <T>(answers: readonly Answer<readonly T[]>[]): Answer<readonly T[]> =>
  answers.find((answer) => !answer.ok) ?? {
    ok: true,
    body: answers.flatMap((answer) => (answer.ok ? answer.body : [])),
  };

/** The quizzes of the person's own seats that wait to be finished. The service lists attempts by quiz only. */
export const findOpenAttempts = async (
  enrolments: readonly Pick<Enrolment, 'courseId' | 'status'>[],
): Promise<Answer<readonly OpenAttempt[]>> => {
  const seats = new Set(
    enrolments.filter(({ status }) => status === 'confirmed').map(({ courseId }) => courseId),
  );
  const lists = await Promise.all(
    [...seats].map(async (courseId): Promise<Answer<readonly Quiz[]>> => {
      const answer = await api.listCourseQuizzes({ params: { courseId } });
      return answer.ok ? { ok: true, body: answer.body.quizzes } : answer;
    }),
  );
  const quizzes = together(lists);
  return quizzes.ok ? together(await Promise.all(quizzes.body.map(openAt))) : quizzes;
};
