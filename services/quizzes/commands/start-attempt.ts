import type { Cause } from '#shared/messaging/outbox.ts';
import type { Held } from '../domain/attempt.ts';
import { drawable } from '../domain/bank.ts';
import type { Quiz } from '../domain/quiz.ts';
import { decideStart, openAttempt, type StartRejection } from '../domain/start.ts';
import { attemptStarted } from '../events-out.ts';
import type { AttemptRef } from '../store.ts';
import { type Stores, settleAttempt } from './close-attempt.ts';

type StartAttempt = {
  readonly quizId: string;
  readonly personId: string;
  readonly attemptId: string;
  /** Random; never leaves the service. */
  readonly seed: string;
  readonly requestKey: string;
};

export type StartOutcome =
  | { readonly kind: 'opened' | 'continued'; readonly held: Held }
  | { readonly kind: 'refused'; readonly reason: 'not-found' | StartRejection };

const refused = (reason: 'not-found' | StartRejection) => ({ kind: 'refused', reason }) as const;

/**
 * The approved version of every item of a quiz, with its question, in the order of the draw. What was withdrawn since
 * the quiz was published is asked no more.
 */
export async function approvedItems({ bank }: Pick<Stores, 'bank'>, { courseId, itemIds, weights }: Quiz) {
  const found = await bank.findItems(courseId, itemIds);
  if (found.length < itemIds.length) throw new Error('items of a published quiz are gone from its bank');
  const approved = drawable(found);
  const items = new Map(approved.map((item) => [item.itemId, item]));
  const questions = await bank.findQuestions(approved);
  return itemIds.flatMap((itemId) => {
    const item = items.get(itemId);
    const question = questions.get(itemId);
    if (item && !question) throw new Error(`the question of item ${itemId} is gone`);
    const weight = weights?.[itemId];
    return item && question ? [{ item: { ...item, ...(weight && { weight }) }, question }] : [];
  });
}

/** The latest attempt as it stands; `'conflict'` when it was being closed just now. */
async function latest(stores: Stores, personId: string, attemptIds: readonly string[], cause: Cause) {
  const attemptId = attemptIds.at(-1);
  if (!attemptId) return undefined;
  const held = await settleAttempt(stores, { personId, attemptId }, cause);
  if (held === 'not-found') throw new Error(`attempt ${attemptId} is listed but not there`);
  return held;
}

/** The same request again gets the attempt that it opened. */
async function repeated(stores: Stores, ref: AttemptRef, cause: Cause): Promise<StartOutcome | 'conflict'> {
  const held = await settleAttempt(stores, ref, cause);
  if (held === 'conflict') return held;
  return held === 'not-found' ? refused(held) : { kind: 'opened', held };
}

/** Opens an attempt, or continues the open one. `'conflict'` when another request opened one meanwhile. */
export async function startAttempt(
  stores: Stores,
  { quizId, personId, requestKey, ...identity }: StartAttempt,
  cause: Cause,
): Promise<StartOutcome | 'conflict'> {
  const { bank, attempts } = stores;
  const request = { actor: personId, route: `start-attempt/${quizId}`, key: requestKey };
  const before = await attempts.findEarlier(request);
  if (before) return repeated(stores, { personId, attemptId: before }, cause);
  const quiz = await bank.findQuiz(quizId);
  if (!quiz) return refused('not-found');
  const [seats, taker] = await Promise.all([
    attempts.seatsOf(personId, quiz.courseId),
    attempts.takerOf(personId, quizId),
  ]);
  const last = await latest(stores, personId, taker.attemptIds, cause);
  if (last === 'conflict') return last;
  const decision = decideStart(quiz, seats, { attempts: taker.attemptIds.length, last }, cause.at);
  if (decision.kind !== 'open') return decision;
  const { runId, attemptNo } = decision;
  const who = { ...identity, personId, runId, attemptNo, at: cause.at, extra: taker.extra };
  const items = await approvedItems(stores, quiz);
  if (items.length === 0) return refused('questions-withdrawn');
  const opening = openAttempt(quiz, items, who);
  const outbox = attemptStarted(opening.attempt, cause);
  const saved = await attempts.saveOpening(opening, taker, outbox, { ...request, at: cause.at });
  if (saved !== 'saved') return 'conflict';
  const { attempt, paper, startToken } = opening;
  const token = startToken && { startToken };
  return { kind: 'opened', held: { attempt, paper, answers: [], ...token } };
}
