import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Quiz } from '../domain/quiz.ts';
import { after, causeOf, QuizWorld, statements } from '../quiz-world.suite.ts';
import { regradeQuiz } from './regrade-quiz.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

/** Everybody who takes part. Each is stopped at every step of the way while the others do all that they have to do. */
const PARTS = ['hand in', 'correct', 'hear'] as const;
type Part = (typeof PARTS)[number];
/** What becomes of the one that was stopped. */
const ENDS = ['goes on', 'crashes'] as const;
type End = (typeof ENDS)[number];

/** An attempt that calls two statements true, both of which turn out to be false. */
async function scene() {
  const quiz = await world.publish({ itemCount: 2 });
  const { attempt, paper } = await world.opened(quiz, await world.enrolled(quiz));
  for (const { itemId } of paper) await world.save(attempt, itemId, 1);
  await world.import(quiz.courseId, statements(2).replaceAll('{TRUE}', '{FALSE}'));
  await world.approveAll(quiz.courseId);
  return { quiz, attempt };
}

const correct = async ({ quizId, itemIds }: Quiz) => {
  for (const itemId of itemIds) {
    const command = { quizId, itemId, reason: 'đáp án sai', preview: false };
    const outcome = await regradeQuiz(world, command, causeOf('head', after(900)));
    if (typeof outcome === 'string' || outcome.undecided > 0) throw new Error('has to be repeated');
  }
};

/** Counts what is sent to the table; before number `stop` it lets `meanwhile` happen, then goes on as `end` says. */
function stopAt(stop: number, end: End, meanwhile: () => Promise<void>) {
  const { db } = world.service;
  const send = db.send.bind(db) as (command: unknown) => Promise<unknown>;
  let sent = 0;
  const spy = vi.spyOn(db, 'send').mockImplementation(async (command: unknown) => {
    // An index may be behind for as long as it likes.
    if (command instanceof QueryCommand && command.input.IndexName?.startsWith('gsi')) return { Items: [] };
    sent += 1;
    if (sent !== stop) return send(command);
    await meanwhile();
    if (end === 'crashes') throw new Error('crash');
    return send(command);
  });
  return {
    restore: () => spy.mockRestore(),
    get reached() {
      return sent >= stop;
    },
  };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** What each does in a scene. An attempt is only heard of once it is handed in, and at least once after that. */
function cast({ quiz, attempt }: Scene) {
  let isHeard = false;
  const isHandedIn = async () => (await world.attempts.findAttempt(attempt))?.status === 'submitted';
  const parts: Readonly<Record<Part, () => Promise<unknown>>> = {
    'hand in': () => world.submit(attempt),
    correct: () => correct(quiz),
    hear: async () => {
      if (!(await isHandedIn())) return;
      await world.hear(attempt);
      isHeard = true;
    },
  };
  return { parts, hearAtLast: async () => isHeard || (await parts.hear()) };
}

/** Plays one part against the others. False once it is through before it could be stopped there. */
async function play(part: Part, others: readonly Part[], stop: number, end: End): Promise<boolean> {
  const told = await scene();
  const { parts, hearAtLast } = cast(told);
  if (part === 'hear') await parts['hand in']();
  const stopped = stopAt(stop, end, async () => {
    for (const each of others) await parts[each]();
  });
  const isAnswered = await parts[part]().then(
    () => true,
    () => false,
  );
  stopped.restore();
  if (!stopped.reached) return false;
  // Whoever got no answer asks again, and whoever got one does not.
  if (!isAnswered) await parts[part]();
  await hearAtLast();
  const { attempt } = told;
  const frozen = await world.attempts.findFrozen(attempt.attemptId);
  const marked = frozen.map(({ version }) => version);
  const { grade } = (await world.attempts.findAttempt(attempt)) ?? {};
  expect({ mark: grade?.scoreHundredths, marked }, `${part} ${end} at step ${stop}, ${others}`).toEqual({
    mark: 0,
    marked: [2, 2],
  });
  return true;
}

test.each(PARTS)(
  'no attempt keeps a mark by a faulty version, wherever "%s" is stopped or breaks off',
  async (part) => {
    const [first, second] = PARTS.filter((each) => each !== part) as [Part, Part];
    const orders =
      part === 'correct'
        ? [[first, second]]
        : [
            [first, second],
            [second, first],
          ];
    for (const others of orders)
      for (const end of ENDS) {
        let stop = 1;
        while (await play(part, others, stop, end)) stop += 1;
        expect(stop, 'there are steps to stop at').toBeGreaterThan(4);
      }
  },
  120_000,
);
