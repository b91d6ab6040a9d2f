import type { Cause } from '#shared/messaging/outbox.ts';
import {
  decideMark,
  LEASE_MS,
  type MarkingTask,
  mayClaim,
  noteOn,
  type RubricMark,
  withoutNames,
} from '../domain/marking.ts';
import type { QuestionOf } from '../domain/question.ts';
import { later } from '../domain/quiz.ts';
import { isGraded, revise } from '../domain/revision.ts';
import { gradeRevised } from '../events-out.ts';
import type { MarkingStore } from '../marking-store.ts';
import { frozenQuestions, type Stores } from './close-attempt.ts';

type MarkingStores = Stores & { readonly marking: MarkingStore };
type Marker = {
  readonly markerId: string;
  readonly isHead: boolean;
  readonly inSight: (personId: string) => boolean;
};
type PersonMarked = QuestionOf<'essay'> | QuestionOf<'file-answer'>;

/** The question of a task. Only what a person marks has tasks. */
async function questionOf(stores: Stores, { attemptId, itemId }: MarkingTask): Promise<PersonMarked> {
  const asked = await frozenQuestions(stores, attemptId);
  const question = asked.find((each) => each.itemId === itemId)?.question;
  if (question?.kind !== 'essay' && question?.kind !== 'file-answer')
    throw new Error(`item ${itemId} of attempt ${attemptId} is not for a person to mark`);
  return question;
}

/** What a marker sees of a task: the question, its rubric and the answer, and nothing about whose it is. */
async function shown(stores: MarkingStores, task: MarkingTask) {
  const [question, held] = await Promise.all([questionOf(stores, task), stores.attempts.findHeld(task)]);
  const answer = held?.answers.find(({ itemId }) => itemId === task.itemId);
  if (!answer) throw new Error(`task ${task.taskId} waits for an answer that is not there`);
  return {
    taskId: task.taskId,
    itemId: task.itemId,
    stem: question.stem,
    ...(question.media && { media: [...question.media] }),
    criteria: question.rubric.criteria.map(({ name, levels }) => ({
      name,
      levels: levels.map((level) => ({ ...level })),
    })),
    response: withoutNames(answer.response, held?.files),
    leasedUntil: task.lease?.until ?? '',
  };
}

/** Takes up the next answer that waits; the one that the marker has taken up already, if there is one. */
export async function claimTask(stores: MarkingStores, quizId: string, marker: Marker, at: string) {
  const { markerId, inSight } = marker;
  const waiting = (await stores.marking.waiting(quizId)).filter(
    (task) => inSight(task.personId) && mayClaim(task, marker, at),
  );
  const isMine = ({ lease }: MarkingTask) => lease?.markerId === markerId && lease.until > at;
  for (const { taskId } of waiting.sort((a, b) => Number(isMine(b)) - Number(isMine(a)))) {
    const task = await stores.marking.findTask(quizId, taskId);
    if (!task || !mayClaim(task, marker, at)) continue;
    const lease = { markerId, until: later(at, LEASE_MS) };
    const claimed = { ...task, lease, version: task.version + 1 };
    if ((await stores.marking.saveTask(claimed)) === 'saved') return shown(stores, claimed);
  }
  return undefined;
}

/**
 * Marks an answer. The mark that decides a task is written with the attempt's next mark, which stays provisional while
 * other answers wait. `'conflict'` when either has changed: read again, it decides itself.
 */
export async function markTask(
  stores: MarkingStores,
  { quizId, taskId, ...given }: { quizId: string; taskId: string } & Pick<RubricMark, 'choices' | 'note'>,
  { markerId, inSight }: Marker,
  cause: Cause,
): Promise<MarkingTask | 'not-found' | 'task-not-yours' | 'rubric-incomplete' | 'conflict'> {
  const task = await stores.marking.findTask(quizId, taskId);
  if (!task || !inSight(task.personId)) return 'not-found';
  const { rubric } = await questionOf(stores, task);
  const decision = decideMark(task, rubric, { markerId, ...given, at: cause.at });
  if (decision.kind === 'refused') return decision.reason;
  if (decision.kind === 'marked-before') return decision.task;
  const marked = decision.task;
  const { points: earned } = marked;
  if (earned === undefined) return (await stores.marking.saveTask(marked)) === 'saved' ? marked : 'conflict';
  const attempt = await stores.attempts.findAttempt(task);
  if (!attempt || !isGraded(attempt))
    throw new Error(`task ${taskId} waits for an attempt that is not handed in`);
  const note = noteOn(marked);
  const points = attempt.points.map(({ waits, ...each }) =>
    each.itemId === task.itemId
      ? { ...each, earned, ...(note && { note }) }
      : { ...each, ...(waits && { waits }) },
  );
  const revision = revise(attempt, {
    points,
    provisional: attempt.confirmation === 'teacher',
    reason: 'marked-by-person',
    decidedBy: markerId,
    at: cause.at,
  });
  const saved = await stores.marks.saveMarked(revision, gradeRevised(revision, cause), marked);
  return saved === 'saved' ? marked : saved;
}
