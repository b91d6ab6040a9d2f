import type { Cloud } from '../cloud.ts';
import { demoCourses, demoQuestions } from './content.ts';
import type { LoadedCourse } from './load-courses.ts';
import type { Register } from './load-people.ts';
import { expectStatus, inParallel, type Send, signIn } from './session.ts';

/** So many learners have taken the quiz already; the rest is for whoever tries the demo. */
const TAKERS = 8;

type Item = {
  readonly itemId: string;
  readonly kind: string;
  readonly options?: readonly { readonly optionId: string; readonly text: string }[];
};
type Attempt = { readonly attemptId: string; readonly status: string; readonly items: readonly Item[] };

/** Options that the file marks as right: `=text`, or `~%50%text` with a positive weight, up to their feedback. */
const rightTexts = (gift: string): Set<string> =>
  new Set([...gift.matchAll(/^(?:=|~%\d[\d.]*%)(.+?)(?:#.*)?$/gm)].map(([, text = '']) => text.trim()));

/** The answer of somebody who paid attention, but not to everything: every `slip`-th choice is the first that comes. */
function responseTo({ kind, options = [] }: Item, right: Set<string>, isSlip: boolean): object | undefined {
  const chosen = options.filter(({ text }) => right.has(text)).map(({ optionId }) => optionId);
  const [first = ''] = isSlip ? options.map(({ optionId }) => optionId) : chosen;
  if (kind === 'single-choice') return { kind, optionId: first };
  if (kind === 'multiple-choice') return { kind, optionIds: isSlip ? [first] : chosen };
  return kind === 'true-false' ? { kind, value: !isSlip } : undefined;
}

async function takeQuiz(learner: Send, quizId: string, right: Set<string>, slip: number): Promise<void> {
  const attempts = `/v1/quizzes/${quizId}/attempts`;
  const started = await learner('POST', attempts);
  const attempt = started.body as unknown as Attempt;
  if (started.status > 201 || attempt.status !== 'open') return;
  for (const [index, item] of attempt.items.entries()) {
    const response = responseTo(item, right, index % slip === slip - 1);
    if (!response) continue;
    const path = `/v1/attempts/${attempt.attemptId}/answers/${item.itemId}`;
    await expectStatus(learner, [200], 'PUT', path, { response, version: 1 });
  }
  await expectStatus(learner, [200], 'POST', `/v1/attempts/${attempt.attemptId}/submission`);
}

/** Marks of a few learners in one course, so that the figures of the overview have something to show. */
export async function loadAttempts(
  cloud: Cloud,
  admin: Send,
  ids: Register,
  { courseId, slug }: LoadedCourse,
): Promise<void> {
  const course = demoCourses().find((one) => one.slug === slug);
  const page = await expectStatus(admin, [200], 'GET', `/v1/courses/${courseId}`);
  const [run] = page.runs as { runId: string }[];
  const { quizzes } = await expectStatus(admin, [200], 'GET', `/v1/courses/${courseId}/quizzes`);
  const [quiz] = quizzes as { quizId: string }[];
  if (!course || !run || !quiz) throw new Error(`demo: ${slug} has no run or no quiz`);
  const list = `/v1/course-runs/${run.runId}/enrolments`;
  const { enrolments } = await expectStatus(admin, [200], 'GET', list);
  const seated = new Set((enrolments as { personId: string }[]).map(({ personId }) => personId));
  const takers = [...ids].filter(([, personId]) => seated.has(personId)).slice(0, TAKERS);
  const right = rightTexts(demoQuestions(course));
  // Seats reach the quizzes by events; nobody can begin before theirs has.
  await cloud.settle(60_000);
  await inParallel([...takers.entries()], 2, async ([index, [loginName]]) =>
    takeQuiz(await signIn(cloud, loginName), quiz.quizId, right, (index % 4) + 1),
  );
}
