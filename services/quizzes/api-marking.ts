import { type Actor, hasRole } from '#shared/auth/actor.ts';
import { refuse } from '#shared/http/problem.ts';
import type { Call } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { BankStore } from './bank-store.ts';
import { ClassStore } from './class-store.ts';
import { claimTask, markTask } from './commands/mark-answers.ts';
import type { markingRoutes } from './contract-marking.ts';
import { isDisputed, mayClaim } from './domain/marking.ts';
import { MarkStore } from './mark-store.ts';
import { MarkingStore } from './marking-store.ts';
import { isInSight, learnersInSight } from './queries/learners-in-sight.ts';
import { AttemptStore } from './store.ts';

const db = connect();
const classes = new ClassStore(db, tableName());
const stores = {
  bank: new BankStore(db, tableName()),
  attempts: new AttemptStore(db, tableName()),
  marks: new MarkStore(db, tableName()),
  marking: new MarkingStore(db, tableName()),
};

const markerOf = async (actor: Actor) => {
  const learners = await learnersInSight(classes, actor);
  return {
    markerId: actor.personId,
    isHead: hasRole(actor, 'training-head'),
    inSight: (personId: string) => isInSight(learners, actor, personId),
  };
};

async function queue({ actor, params, at }: Call<typeof markingRoutes.getMarkingQueue>) {
  if (!(await stores.bank.findQuiz(params.quizId))) return refuse('not-found');
  const marker = await markerOf(actor);
  const waiting = (await stores.marking.waiting(params.quizId)).filter(({ personId }) =>
    marker.inSight(personId),
  );
  const forMe = waiting.filter((task) => mayClaim(task, marker, at)).length;
  const disputed = waiting.filter(isDisputed).length;
  return { status: 200, body: { waiting: waiting.length, forMe, disputed } } as const;
}

async function claim({ actor, params, at }: Call<typeof markingRoutes.claimMarkingTask>) {
  if (!(await stores.bank.findQuiz(params.quizId))) return refuse('not-found');
  const task = await claimTask(stores, params.quizId, await markerOf(actor), at);
  return { status: 200 as const, body: task ? { task } : {} };
}

async function mark({ actor, params, body, cause }: Call<typeof markingRoutes.markAnswer>) {
  const marker = await markerOf(actor);
  const outcome =
    (await retryOnConflict(() => markTask(stores, { ...params, ...body }, marker, cause))) ?? 'conflict';
  if (outcome === 'rubric-incomplete') return refuse('rubric-not-filled', '/body/choices');
  if (typeof outcome === 'string') return refuse(outcome);
  const decided = outcome.points !== undefined;
  return { status: 200, body: { decided, disputed: isDisputed(outcome) } } as const;
}

/** What people do who mark answers: a part of the API. */
export const markingImplementations = {
  getMarkingQueue: queue,
  claimMarkingTask: claim,
  markAnswer: mark,
};
