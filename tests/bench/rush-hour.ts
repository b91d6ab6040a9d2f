import type { Response } from '../../services/quizzes/contract.ts';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { enrol } from '../support/learning.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { printTable, quantile } from './figures.ts';
import { openQuiz } from './open-quiz.ts';
import { someAnswer } from './questions.ts';

const LEARNERS = 300;
const ITEMS = 40;
const RUSH_MS = 60_000;
const SAVE_EVERY_MS = 5000;
/** Within so long everybody starts, and at the end hands in. */
const CROWD_MS = 5000;
/** Who do the same one after the other, so that there is something to compare with. */
const ALONE = 10;

const STEPS = ['start', 'save', 'hand in'] as const;
type Step = (typeof STEPS)[number];
type Took = Record<Step, number[]>;
type Sat = {
  readonly learner: Client;
  readonly attemptId: string;
  readonly saved: ReadonlyMap<string, Response>;
};

const nothingYet = (): Took => ({ start: [], save: [], 'hand in': [] });
const until = (instant: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - performance.now())));

/** One learner's attempt; `pause` waits for the n-th step (0 is the start, the last one is handing in). */
async function sit(
  learner: Client,
  quizId: string,
  took: Took,
  pause: (step: number) => Promise<unknown>,
): Promise<Sat> {
  const measured = async <T>(step: Step, request: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const answer = await request();
    took[step].push(performance.now() - began);
    return answer;
  };
  await pause(0);
  const { attemptId, items } = await measured('start', () =>
    learner.ok(quizRoutes.startAttempt, { params: { quizId } }),
  );
  const saved = new Map<string, Response>();
  const saves = (RUSH_MS - CROWD_MS) / SAVE_EVERY_MS - 1;
  for (let step = 1; step <= saves; step += 1) {
    await pause(step);
    const item = items[step % items.length];
    if (!item) throw new Error('an attempt without items');
    const response = someAnswer(item, step);
    const params = { attemptId, itemId: item.itemId };
    await measured('save', () =>
      learner.ok(quizRoutes.saveAnswer, { params, body: { response, version: 1 } }),
    );
    saved.set(item.itemId, response);
  }
  await pause(saves + 1);
  await measured('hand in', () => learner.ok(quizRoutes.submitAttempt, { params: { attemptId } }));
  return { learner, attemptId, saved };
}

/** Answers that were confirmed and are not there afterwards, and attempts without exactly one mark. */
async function missing(
  sittings: readonly Sat[],
  quizId: string,
): Promise<{ answers: number; marks: number }> {
  let [answers, marks] = [0, 0];
  for (const { learner, attemptId, saved } of sittings) {
    const attempt = await learner.ok(quizRoutes.getAttempt, { params: { attemptId } });
    const there = new Map(attempt.answers.map(({ itemId, response }) => [itemId, JSON.stringify(response)]));
    answers += [...saved].filter(([id, response]) => there.get(id) !== JSON.stringify(response)).length;
    const mine = await learner.ok(quizRoutes.listMyAttempts, { params: { quizId } });
    if (mine.attempts.length !== 1 || attempt.grade?.gradeNo !== 1) marks += 1;
  }
  return { answers, marks };
}

/** Units of the quizzes service's table with its index, events and counts that follow included. */
function unitsOf({ cloud }: LocalPlatform): { readonly read: number; readonly write: number } {
  const tables = cloud.services.dynamoDb.describe().filter(({ name }) => /quizzes/i.test(name));
  const usage = tables.flatMap((table) => table.usage);
  if (usage.length === 0) throw new Error('no table of the quizzes service has been used');
  return {
    read: usage.reduce((sum, { readUnits }) => sum + readUnits, 0),
    write: usage.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
  };
}

async function oneAfterTheOther(learners: readonly Client[], quizId: string): Promise<Took> {
  const took = nothingYet();
  for (const learner of learners) await sit(learner, quizId, took, async () => undefined);
  return took;
}

/** Every step at its time of the same minute, whatever the others wait for. */
async function allAtOnce(learners: readonly Client[], quizId: string) {
  const took = nothingYet();
  const began = performance.now();
  const sittings = await Promise.all(
    learners.map((learner, place) => {
      const late = (place * CROWD_MS) / learners.length;
      return sit(learner, quizId, took, (step) => until(began + late + step * SAVE_EVERY_MS));
    }),
  );
  return { took, sittings, seconds: (performance.now() - began) / 1000 };
}

/** 300 learners start, save every five seconds and hand in within the same minute, against ten who sit alone. */
export async function benchRushHour(): Promise<void> {
  const platform = await startPlatform();
  try {
    const centre = await openCentre(platform, { learners: LEARNERS + ALONE });
    const runId = await openRun(centre, 2000, 'RUSH');
    for (const learner of centre.learners) await enrol(learner, runId);
    await platform.quiet();
    const quizId = await openQuiz(centre, ITEMS, 1);
    const alone = await oneAfterTheOther(centre.learners.slice(0, ALONE), quizId);
    await platform.quiet();
    const before = unitsOf(platform);
    const { took, sittings, seconds } = await allAtOnce(centre.learners.slice(ALONE), quizId);
    await platform.quiet();
    const after = unitsOf(platform);
    const lost = await missing(sittings, quizId);
    if (lost.answers + lost.marks > 0) throw new Error(`lost: ${JSON.stringify(lost)}`);
    printTable(
      `Rush hour: ${LEARNERS} learners, ${took.save.length} saves, ${seconds.toFixed(0)} s`,
      ['step', 'p50, ms', 'p99, ms', 'alone p50, ms', 'ratio of p50'],
      STEPS.map((step) => {
        const [p50, base] = [quantile(took[step], 0.5), quantile(alone[step], 0.5)];
        return [step, p50, quantile(took[step], 0.99), base, p50 / base];
      }),
    );
    const perAttempt = (kind: 'read' | 'write') => (after[kind] - before[kind]) / LEARNERS;
    printTable(
      'What an attempt costs the store',
      ['read units', 'write units', 'answers lost', 'attempts without their one mark'],
      [[perAttempt('read'), perAttempt('write'), lost.answers, lost.marks]],
    );
  } finally {
    await platform.stop();
  }
}
