import { api } from '../api/api.ts';
import type { Api, BodyOf, Refused, Reply, RouteName } from '../api/types.ts';
import type { KeptAnswer } from '../kept/keeping.ts';

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
/** A quiz of a course in which the person has a seat. */
export type SeatQuiz = Quiz & {
  /** How often the person has begun it. */
  readonly begun: number;
};
export type QuizWork = { readonly quizzes: readonly SeatQuiz[]; readonly open: readonly OpenAttempt[] };
type Calls = Pick<Api, 'listCourseQuizzes' | 'listMyAttempts'>;
type Found = { readonly ok: true; readonly body: QuizWork } | Refused;
/** Takes the body of a reply, from the service or from the device; throws `Missing` when there is none. */
type Read = <N extends RouteName>(reply: Reply<N>) => Promise<BodyOf<N>>;

class Missing extends Error {
  readonly refused: Refused | undefined;
  constructor(refused?: Refused) {
    super('no answer');
    this.refused = refused;
  }
}

/** Asks once for each thing, whoever wants it: the answer that is kept and the service's come from the same reply. */
const once = <T>(ask: (id: string) => T) => {
  const asked = new Map<string, T>();
  return (id: string): T => {
    const reply = asked.get(id) ?? ask(id);
    asked.set(id, reply);
    return reply;
  };
};

const asker = (calls: Calls) => ({
  quizzesOf: once((courseId) => calls.listCourseQuizzes({ params: { courseId } })),
  attemptsAt: once((quizId) => calls.listMyAttempts({ params: { quizId } })),
});

const workAt = async (
  quiz: Quiz,
  { attemptsAt }: ReturnType<typeof asker>,
  read: Read,
): Promise<QuizWork> => {
  const { quizId, courseId, title } = quiz;
  const { attempts } = await read(attemptsAt(quizId));
  const open = attempts
    .filter(({ status }) => status === 'open')
    .map(({ attemptId, startedAt, deadline }) => ({
      attemptId,
      quizId,
      courseId,
      title,
      startedAt,
      deadline,
    }));
  return { quizzes: [{ ...quiz, begun: attempts.length }], open };
};

const gather = async (
  courseIds: readonly string[],
  ask: ReturnType<typeof asker>,
  read: Read,
): Promise<QuizWork> => {
  const lists = await Promise.all(courseIds.map((courseId) => read(ask.quizzesOf(courseId))));
  const quizzes = lists.flatMap((list) => list.quizzes);
  const work = await Promise.all(quizzes.map((quiz) => workAt(quiz, ask, read)));
  return { quizzes: work.flatMap((one) => one.quizzes), open: work.flatMap((one) => one.open) };
};

const fromService: Read = async (reply) => {
  const answer = await reply;
  if (!answer.ok) throw new Missing(answer);
  return answer.body;
};

/** What is kept of all of it, as old as its oldest part; undefined when a part is missing. */
const keptOf = async (
  courseIds: readonly string[],
  ask: ReturnType<typeof asker>,
): Promise<KeptAnswer<QuizWork> | undefined> => {
  let at = Date.now();
  const fromDevice: Read = async (reply) => {
    const kept = await reply.kept();
    if (!kept) throw new Missing();
    at = Math.min(at, kept.at);
    return kept.body;
  };
  try {
    return { body: await gather(courseIds, ask, fromDevice), at };
  } catch (error) {
    if (error instanceof Missing) return undefined;
    throw error;
  }
};

/**
 * The quizzes of the person's own seats with the attempts that wait to be finished, and those that were known when there
 * was a network last. The service lists attempts by quiz only.
 */
export const findQuizWork = (
  enrolments: readonly Pick<Enrolment, 'courseId' | 'status'>[],
  calls: Calls = api,
): Promise<Found> & { readonly kept: () => ReturnType<typeof keptOf> } => {
  const seats = enrolments.filter(({ status }) => status === 'confirmed');
  const courseIds = [...new Set(seats.map(({ courseId }) => courseId))];
  const ask = asker(calls);
  const found = gather(courseIds, ask, fromService).then(
    (body): Found => ({ ok: true, body }),
    (error: unknown): Found => {
      if (error instanceof Missing && error.refused) return error.refused;
      throw error;
    },
  );
  return Object.assign(found, { kept: () => keptOf(courseIds, ask) });
};
