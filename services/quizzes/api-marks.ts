import { routeKey } from '#shared/contract/route.ts';
import { refuse } from '#shared/http/problem.ts';
import type { Call } from '#shared/http/service-api.ts';
import { logAccess } from '#shared/observability/access-log.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { BankStore } from './bank-store.ts';
import { ClassStore } from './class-store.ts';
import { confirmGrades } from './commands/confirm-grades.ts';
import { grantExtraTime } from './commands/grant-extra-time.ts';
import { regradeQuiz } from './commands/regrade-quiz.ts';
import type { extraTimeRoutes } from './contract-extra-time.ts';
import { markRoutes } from './contract-marks.ts';
import { ExtraTimeStore } from './extra-time-store.ts';
import { MarkStore } from './mark-store.ts';
import { isInSight, learnersInSight } from './queries/learners-in-sight.ts';
import { quizAttempts } from './queries/quiz-attempts.ts';
import { StatisticsStore } from './statistics-store.ts';
import { AttemptStore } from './store.ts';

const db = connect();
const stores = {
  bank: new BankStore(db, tableName()),
  attempts: new AttemptStore(db, tableName()),
  classes: new ClassStore(db, tableName()),
  marks: new MarkStore(db, tableName()),
  statistics: new StatisticsStore(db, tableName()),
  extraTime: new ExtraTimeStore(db, tableName()),
};

async function list({ actor, params, query }: Call<typeof markRoutes.listQuizAttempts>) {
  const { classId, cursor } = query;
  const asked = { quizId: params.quizId, ...(classId && { classId }), ...(cursor && { cursor }) };
  const page = await quizAttempts(stores, actor, asked);
  if (page === 'invalid-cursor') return refuse(page, '/query/cursor');
  if (page === 'not-found') return refuse(page);
  const route = routeKey(markRoutes.listQuizAttempts);
  const people = new Set(page.attempts.map(({ personId }) => personId)).size;
  logAccess(actor, { route, subject: params.quizId, people });
  return { status: 200, body: page } as const;
}

async function confirm({ actor, params, body, cause }: Call<typeof markRoutes.confirmGrades>) {
  const learners = await learnersInSight(stores.classes, actor);
  const outcomes = await confirmGrades(
    stores,
    { quizId: params.quizId, seen: body.attempts },
    (personId) => isInSight(learners, actor, personId),
    cause,
  );
  return { status: 200, body: { outcomes } } as const;
}

async function regrade({ actor, params, body, cause }: Call<typeof markRoutes.regradeQuiz>) {
  const { cursor, ...asked } = body;
  const command = { ...params, ...asked, ...(cursor && { cursor }) };
  const regraded = await regradeQuiz(stores, command, cause);
  if (regraded === 'invalid-cursor') return refuse(regraded, '/body/cursor');
  if (typeof regraded === 'string') return refuse(regraded);
  // Changes name people with their marks, in a preview too.
  const route = routeKey(markRoutes.regradeQuiz);
  const people = new Set(regraded.changes.map(({ personId }) => personId)).size;
  logAccess(actor, { route, subject: params.quizId, people });
  return { status: 200, body: regraded } as const;
}

type OfPerson = Pick<Call<typeof extraTimeRoutes.listExtraTime>, 'actor' | 'params'>;

/** Whether somebody decides about this person's time. */
const decidesFor = async ({ actor, params }: OfPerson): Promise<boolean> =>
  isInSight(await learnersInSight(stores.classes, actor), actor, params.personId);

async function grant(call: Call<typeof extraTimeRoutes.grantExtraTime>) {
  if (!(await decidesFor(call))) return refuse('not-found');
  const command = { ...call.params, ...call.body };
  const granted = (await retryOnConflict(() => grantExtraTime(stores, command, call.cause))) ?? 'conflict';
  if (granted === 'extra-needs-a-limit') return refuse(granted, '/body/unit');
  return typeof granted === 'string' ? refuse(granted) : ({ status: 200, body: granted } as const);
}

async function listGrants(call: Call<typeof extraTimeRoutes.listExtraTime>) {
  if (!(await decidesFor(call))) return refuse('not-found');
  return { status: 200, body: { grants: await stores.extraTime.grantsOf(call.params) } } as const;
}

/** What staff do about marks and time: a part of the API. */
export const markImplementations = {
  listQuizAttempts: list,
  confirmGrades: confirm,
  regradeQuiz: regrade,
  grantExtraTime: grant,
  listExtraTime: listGrants,
};
