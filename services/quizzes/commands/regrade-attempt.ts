import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore } from '../bank-store.ts';
import type { Question } from '../domain/question.ts';
import type { Correction } from '../domain/quiz.ts';
import { decideRegrade, type RegradeDecision } from '../domain/regrade.ts';
import { type GradedAttempt, isGraded } from '../domain/revision.ts';
import { gradeRevised } from '../events-out.ts';
import type { MarkStore } from '../mark-store.ts';
import type { AttemptRef, AttemptStore } from '../store.ts';

export type RegradeStores = {
  readonly bank: BankStore;
  readonly attempts: AttemptStore;
  readonly marks: MarkStore;
};

async function question(bank: BankStore, itemId: string, contentHash: string): Promise<Question> {
  const found = (await bank.findQuestions([{ itemId, contentHash }])).get(itemId);
  if (!found) throw new Error(`a version of item ${itemId} is gone: ${contentHash}`);
  return found;
}

/** What a correction does to one handed-in attempt; undefined when the attempt does not ask the item. */
async function decide(
  { bank, attempts }: RegradeStores,
  attempt: GradedAttempt,
  correction: Correction,
  at: string,
) {
  const { itemId, contentHash } = correction;
  const paper = await attempts.findFrozen(attempt.attemptId);
  const place = paper.findIndex((each) => each.itemId === itemId);
  const frozen = paper[place];
  if (!frozen) return undefined;
  const [before, corrected, answer] = await Promise.all([
    question(bank, itemId, frozen.contentHash),
    question(bank, itemId, contentHash),
    attempts.findAnswer(attempt, itemId),
  ]);
  const asked = { attempt, frozen, before, corrected, response: answer?.response };
  return { decision: decideRegrade(asked, correction, at), place, was: frozen.version };
}

/** Decides without changing anything. */
async function previewRegrade(
  stores: RegradeStores,
  attempt: GradedAttempt,
  correction: Correction,
  at: string,
): Promise<RegradeDecision | undefined> {
  return (await decide(stores, attempt, correction, at))?.decision;
}

/**
 * Marks one attempt by a corrected item. The attempt's frozen version moves in the same write as its mark, so what was
 * done once finds itself done, and a run that broke off goes on where it stopped.
 */
async function regradeAttempt(
  stores: RegradeStores,
  attempt: GradedAttempt,
  correction: Correction,
  cause: Cause,
): Promise<RegradeDecision | 'conflict' | undefined> {
  const decided = await decide(stores, attempt, correction, cause.at);
  if (!decided) return undefined;
  const { decision, place, was } = decided;
  if (decision.kind !== 'changed' && decision.kind !== 'unchanged') return decision;
  const { order } = decision;
  const moved = { attemptId: attempt.attemptId, place, was, order, correction };
  const { marks } = stores;
  const saved =
    decision.kind === 'changed'
      ? await marks.saveRegraded(decision.revision, gradeRevised(decision.revision, cause), moved)
      : await marks.saveCorrected(attempt, moved);
  return saved === 'saved' ? decision : saved;
}

/**
 * Marks an attempt by a corrected item, or tells what that would do. A race is decided again on the attempt as it is by
 * then; undefined when every one was lost. `'gone'` when there is nothing to mark: not handed in, or not asked the item.
 */
export const regradeOne = (
  stores: RegradeStores,
  { personId, attemptId }: AttemptRef,
  correction: Correction,
  { preview, cause }: { readonly preview: boolean; readonly cause: Cause },
): Promise<RegradeDecision | 'gone' | undefined> =>
  retryOnConflict(async () => {
    const attempt = await stores.attempts.findAttempt({ personId, attemptId });
    if (!attempt || !isGraded(attempt)) return 'gone';
    const decided = preview
      ? await previewRegrade(stores, attempt, correction, cause.at)
      : await regradeAttempt(stores, attempt, correction, cause);
    return decided ?? 'gone';
  });
