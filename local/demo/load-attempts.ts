import type { Cloud } from '../cloud.ts';
import { type DemoAttempt, demoAttempts, demoCourses, demoQuestions } from './content.ts';
import type { EarlierDays } from './earlier-days.ts';
import type { LoadedCourse } from './load-courses.ts';
import { SETTLE_MS } from './patience.ts';
import { type Item, rightOnes, rightResponse } from './right-answers.ts';
import { earlier, expectStatus, inParallel, type Send, signIn } from './session.ts';

type Attempt = { readonly attemptId: string; readonly status: string; readonly items: readonly Item[] };
type Quiz = { readonly quizId: string; readonly rightOnes: ReadonlySet<string> };

/** Counts attempts that are over: one that a load left open is gone on with, or closed by its deadline. */
async function attemptsOver(learner: Send, quizId: string): Promise<number> {
  const { attempts } = await expectStatus(learner, [200], 'GET', `/v1/quizzes/${quizId}/my-attempts`);
  return (attempts as Attempt[]).filter(({ status }) => status !== 'open').length;
}

/** The `nth` attempt of a learner at a quiz, unless an earlier load made it. Throws when it cannot be opened. */
async function takeQuiz(
  learner: Send,
  { quizId, rightOnes }: Quiz,
  { nth, right }: { readonly nth: number; readonly right: number },
): Promise<void> {
  if ((await attemptsOver(learner, quizId)) >= nth) return;
  const started = await expectStatus(learner, [200, 201], 'POST', `/v1/quizzes/${quizId}/attempts`);
  const attempt = started as unknown as Attempt;
  if (attempt.status !== 'open')
    throw new Error(`demo: attempt ${nth} at quiz ${quizId} is ${attempt.status}`);
  const answers = attempt.items
    .map((item) => ({ itemId: item.itemId, response: rightResponse(item, rightOnes) }))
    .filter(({ response }) => response);
  for (const { itemId, response } of answers.slice(0, right)) {
    const path = `/v1/attempts/${attempt.attemptId}/answers/${itemId}`;
    // Dated back, the attempt is overdue by the real clock: the sweep of the minute may close it between two answers.
    await expectStatus(learner, [200, 409], 'PUT', path, { response, version: 1 });
  }
  await expectStatus(learner, [200], 'POST', `/v1/attempts/${attempt.attemptId}/submission`);
}

async function quizzesOf(admin: Send, courses: readonly LoadedCourse[]): Promise<Map<string, Quiz>> {
  const found = new Map<string, Quiz>();
  for (const course of demoCourses()) {
    const courseId = courses.find(({ slug }) => slug === course.slug)?.courseId;
    const { quizzes } = await expectStatus(admin, [200], 'GET', `/v1/courses/${courseId}/quizzes`);
    const [quiz] = quizzes as { quizId: string }[];
    if (!quiz) throw new Error(`demo: ${course.slug} has no quiz`);
    found.set(course.slug, { quizId: quiz.quizId, rightOnes: rightOnes(demoQuestions(course)) });
  }
  return found;
}

type Numbered = DemoAttempt & { readonly nth: number };

/** Counts each learner's attempts at each course's quiz from 1, oldest first, as they are listed. */
const numbered = (attempts: readonly DemoAttempt[]): Numbered[] =>
  attempts.map((one, at) => {
    const isSame = ({ loginName, course }: DemoAttempt) =>
      loginName === one.loginName && course === one.course;
    return { ...one, nth: attempts.slice(0, at + 1).filter(isSame).length };
  });

/** Two weeks of quizzes, oldest first, so that classes differ: some people are done, some are behind. */
export async function loadAttempts(
  cloud: Cloud,
  clock: EarlierDays,
  admin: Send,
  courses: readonly LoadedCourse[],
): Promise<void> {
  const quizzes = await quizzesOf(admin, courses);
  const learners = new Map<string, Promise<Send>>();
  const learner = (loginName: string) => {
    const known = learners.get(loginName) ?? signIn(cloud, loginName);
    learners.set(loginName, known);
    return known;
  };
  const take = async ({ loginName, course, right, daysAgo, nth }: Numbered): Promise<void> => {
    const quiz = quizzes.get(course);
    if (!quiz) throw new Error(`demo: ${loginName} takes a quiz of ${course}, which is no course`);
    await takeQuiz(earlier(await learner(loginName), clock.daysAgo(daysAgo)), quiz, { nth, right });
  };
  // Seats reach the quizzes by events; nobody can begin before theirs has.
  await cloud.settle(SETTLE_MS);
  const attempts = numbered(demoAttempts());
  for (const day of new Set(attempts.map(({ daysAgo }) => daysAgo)))
    await inParallel(
      attempts.filter((one) => one.daysAgo === day),
      2,
      take,
    );
}
