import type { QuizSummary } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { BodyOf, Refused, Reply } from '../../api/types.ts';
import type { KeptAnswer } from '../../kept/keeping.ts';

export type FoundQuiz = { readonly quiz?: QuizSummary; readonly courseSlug?: string };

type Answer<T> = { readonly ok: true; readonly body: T } | Refused;
/** Where the answers of a search are taken from. */
type Source = {
  readonly enrolments: () => Promise<Answer<BodyOf<'listMyEnrolments'>>>;
  readonly quizzesOf: (courseId: string) => Promise<Answer<BodyOf<'listCourseQuizzes'>>>;
};

const NOT_KEPT: Refused = { ok: false, problem: { type: '', code: 'not-kept', title: '', status: 0 } };
const known = <T>(kept: KeptAnswer<T> | undefined): Answer<T> =>
  kept ? { ok: true, body: kept.body } : NOT_KEPT;

const search = async (quizId: string, source: Source): Promise<Answer<FoundQuiz>> => {
  const mine = await source.enrolments();
  if (!mine.ok) return mine;
  const seats = mine.body.enrolments.filter(({ status }) => status === 'confirmed' || status === 'completed');
  const lists = await Promise.all(
    seats.map(async ({ courseId, courseSlug }) => ({ courseSlug, answer: await source.quizzesOf(courseId) })),
  );
  for (const { courseSlug, answer } of lists) {
    if (!answer.ok) return answer;
    const quiz = answer.body.quizzes.find((one) => one.quizId === quizId);
    if (quiz) return { ok: true, body: { quiz, courseSlug } };
  }
  return { ok: true, body: {} };
};

/**
 * The rules of a quiz by its identifier. Only a holder of a seat may take it, so it is looked for among the quizzes of
 * the person's own courses; nothing found means there is no seat.
 */
export const findQuiz = (quizId: string) => {
  const mine = api.listMyEnrolments();
  const asked = new Map<string, Reply<'listCourseQuizzes'>>();
  const quizzesOf = (courseId: string): Reply<'listCourseQuizzes'> => {
    const reply = asked.get(courseId) ?? api.listCourseQuizzes({ params: { courseId } });
    asked.set(courseId, reply);
    return reply;
  };
  const kept = async (): Promise<KeptAnswer<FoundQuiz> | undefined> => {
    const enrolments = await mine.kept();
    const found = await search(quizId, {
      enrolments: async () => known(enrolments),
      quizzesOf: async (courseId) => known(await quizzesOf(courseId).kept()),
    });
    return enrolments && found.ok && found.body.quiz ? { body: found.body, at: enrolments.at } : undefined;
  };
  return Object.assign(search(quizId, { enrolments: () => mine, quizzesOf }), { kept });
};
