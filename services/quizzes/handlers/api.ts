import { ulid } from 'ulid';
import { languageOf, refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import type { Cause } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { appraisalImplementations } from '../api-appraisal.ts';
import { bankImplementations } from '../api-bank.ts';
import { markingImplementations } from '../api-marking.ts';
import { markImplementations } from '../api-marks.ts';
import { blueprintImplementations, publish } from '../api-publish.ts';
import { BankStore } from '../bank-store.ts';
import { settleAttempt, submitAttempt } from '../commands/close-attempt.ts';
import { saveAnswer } from '../commands/save-answer.ts';
import { startAttempt } from '../commands/start-attempt.ts';
import { takeLateAnswers } from '../commands/take-late-answers.ts';
import { writeItems } from '../commands/write-items.ts';
import { quizRoutes } from '../contract.ts';
import type { Held } from '../domain/attempt.ts';
import { MarkStore } from '../mark-store.ts';
import { quizProblems } from '../problems.ts';
import { attemptSummaries, attemptView, quizSummary } from '../queries/attempt-view.ts';
import { itemAnalysis } from '../queries/item-analysis.ts';
import { reviewAttempt } from '../queries/review.ts';
import { faultSentences } from '../sentences-faults.ts';
import { StatisticsStore } from '../statistics-store.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const bank = new BankStore(db, tableName());
const attempts = new AttemptStore(db, tableName());
const stores = { bank, attempts, marks: new MarkStore(db, tableName()) };
const statistics = new StatisticsStore(db, tableName());

/** Attempts are looked up below the caller, so a foreign one is not found. */
const mine = ({ actor, params }: Pick<Call<typeof quizRoutes.getAttempt>, 'actor' | 'params'>) => ({
  personId: actor.personId,
  attemptId: params.attemptId,
});

async function write(call: Call<typeof quizRoutes.writeItems>) {
  const authorship = { by: call.actor.personId, at: call.at };
  const report = await writeItems(bank, call.params.courseId, call.body.questions, authorship);
  if (report === 'conflict') return refuse(report);
  const language = languageOf(call.event.headers['accept-language']);
  const faults = report.faults.map((fault) => ({ ...fault, detail: faultSentences[fault.code][language] }));
  return { status: 200, body: { ...report, faults } } as const;
}

async function start(call: Call<typeof quizRoutes.startAttempt>) {
  const command = {
    quizId: call.params.quizId,
    personId: call.actor.personId,
    attemptId: ulid(),
    seed: ulid(),
    requestKey: call.headers['idempotency-key'],
  };
  const outcome = await retryOnConflict(() => startAttempt(stores, command, call.cause));
  if (!outcome) return refuse('conflict');
  if (outcome.kind === 'refused') return refuse(outcome.reason);
  const status = outcome.kind === 'opened' ? 201 : 200;
  const body = await attemptView(stores, outcome.held, call.cause);
  return body === 'conflict' ? refuse(body) : ({ status, body } as const);
}

/** Runs a round that ends with one attempt, and shows it. */
async function show(cause: Cause, round: () => Promise<Held | 'not-found' | 'conflict'>) {
  const outcome = await retryOnConflict(async () => {
    const held = await round();
    return typeof held === 'string' ? held : attemptView(stores, held, cause);
  });
  const body = outcome ?? 'conflict';
  return typeof body === 'string' ? refuse(body) : ({ status: 200, body } as const);
}

async function save(call: Call<typeof quizRoutes.saveAnswer>) {
  const ref = { personId: call.actor.personId, attemptId: call.params.attemptId };
  const answer = { itemId: call.params.itemId, ...call.body, savedAt: call.at };
  const outcome = await retryOnConflict(() => saveAnswer(attempts, ref, answer));
  if (!outcome) return refuse('conflict');
  return outcome.kind === 'refused'
    ? refuse(outcome.reason)
    : ({ status: 200, body: outcome.answer } as const);
}

async function takeLate(call: Call<typeof quizRoutes.takeLateAnswers>) {
  const outcome = await takeLateAnswers(stores, mine(call), call.body, call.cause);
  if (outcome === 'conflict') return refuse(outcome);
  if (outcome.kind === 'refused') return refuse(outcome.reason);
  const attempt = await attemptView(stores, outcome.held, call.cause);
  return attempt === 'conflict'
    ? refuse(attempt)
    : { status: 200 as const, body: { attempt, taken: [...outcome.itemIds] } };
}

export const handler = serviceApi(quizRoutes, quizProblems, {
  ...markImplementations,
  ...markingImplementations,
  ...bankImplementations,
  ...appraisalImplementations,
  ...blueprintImplementations,
  writeItems: write,
  publishQuiz: publish,
  listCourseQuizzes: async ({ params }) => ({
    status: 200,
    body: { quizzes: (await bank.quizzesOf(params.courseId)).map(quizSummary) },
  }),
  getQuiz: async ({ params }) => {
    const quiz = await bank.findQuiz(params.quizId);
    return quiz ? { status: 200, body: quizSummary(quiz) } : refuse('not-found');
  },
  listMyAttempts: async ({ actor, params, cause }) => {
    const who = { personId: actor.personId, quizId: params.quizId };
    const list = (await retryOnConflict(() => attemptSummaries(stores, who, cause))) ?? 'conflict';
    return typeof list === 'string' ? refuse(list) : { status: 200, body: { attempts: list } };
  },
  startAttempt: start,
  getAttempt: (call) => show(call.cause, () => settleAttempt(stores, mine(call), call.cause)),
  saveAnswer: save,
  submitAttempt: (call) => show(call.cause, () => submitAttempt(stores, mine(call), call.cause)),
  takeLateAnswers: takeLate,
  reviewAttempt: async (call) => {
    const review = (await retryOnConflict(() => reviewAttempt(stores, mine(call), call.cause))) ?? 'conflict';
    return typeof review === 'string' ? refuse(review) : { status: 200, body: review };
  },
  getItemAnalysis: async ({ actor, params }) => {
    const analysis = await itemAnalysis({ bank, statistics }, params.quizId, actor.personId);
    return analysis === 'not-found' ? refuse(analysis) : { status: 200, body: analysis };
  },
});
