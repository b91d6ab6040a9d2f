import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Attempt } from '../domain/attempt.ts';
import type { Correction } from '../domain/quiz.ts';
import type { RegradeDecision } from '../domain/regrade.ts';
import { isGraded } from '../domain/revision.ts';
import { previewRegrade, type RegradeStores, regradeAttempt } from './regrade-attempt.ts';

type RegradeQuiz = {
  readonly quizId: string;
  readonly itemId: string;
  readonly reason: string;
  /** Tells who would change and changes nothing. */
  readonly preview: boolean;
  readonly cursor?: string;
};

/** Attempts of a page that are looked at together. */
const AT_ONCE = 10;

/** The current version of an item of the quiz, to mark by from now on. */
async function correctionOf(
  { bank }: RegradeStores,
  { quizId, itemId, reason }: RegradeQuiz,
  cause: Cause,
): Promise<Correction | 'not-found' | 'correction-not-approved'> {
  const quiz = await bank.findQuiz(quizId);
  if (!quiz?.itemIds.includes(itemId)) return 'not-found';
  const [item] = await bank.findItems(quiz.courseId, [itemId]);
  if (!item) return 'not-found';
  if (item.status !== 'approved') return 'correction-not-approved';
  const { version, contentHash } = item;
  const known = quiz.corrections[itemId];
  if (known && known.version >= version) return known;
  return { itemId, version, contentHash, reason, decidedBy: cause.actor, at: cause.at };
}

/** A race is decided again on the attempt as it is by then. */
const regradeOne = (
  stores: RegradeStores,
  { personId, attemptId }: Attempt,
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

const changeOf = ({ attempt, superseded }: Extract<RegradeDecision, { kind: 'changed' }>['revision']) => ({
  attemptId: attempt.attemptId,
  personId: attempt.personId,
  fromHundredths: superseded.grade.scoreHundredths,
  toHundredths: attempt.grade.scoreHundredths,
  passedBefore: superseded.grade.passed,
  passes: attempt.grade.passed,
});

/**
 * A page of the handed-in attempts, marked by the corrected version of one item. The correction is noted on the quiz
 * first, so attempts that are handed in from then on are marked by it, too.
 */
export async function regradeQuiz(stores: RegradeStores, command: RegradeQuiz, cause: Cause) {
  const correction = await correctionOf(stores, command, cause);
  if (typeof correction === 'string') return correction;
  const { quizId, preview, cursor } = command;
  if (!preview) await stores.bank.saveCorrection(quizId, correction);
  const page = await stores.marks.closedOf(quizId, cursor);
  if (page === 'invalid-cursor') return page;
  const decisions: Awaited<ReturnType<typeof regradeOne>>[] = [];
  for (let start = 0; start < page.attempts.length; start += AT_ONCE) {
    const some = page.attempts.slice(start, start + AT_ONCE);
    decisions.push(
      ...(await Promise.all(some.map((each) => regradeOne(stores, each, correction, { preview, cause })))),
    );
  }
  const counted = (kind: RegradeDecision['kind']) =>
    decisions.filter((each) => typeof each === 'object' && each.kind === kind).length;
  return {
    version: correction.version,
    changes: decisions.flatMap((each) =>
      typeof each === 'object' && each.kind === 'changed' ? [changeOf(each.revision)] : [],
    ),
    unchanged: counted('unchanged') + counted('regraded-before'),
    notComparable: counted('not-comparable'),
    undecided: decisions.filter((each) => each === undefined).length,
    ...(page.next && { next: page.next }),
  };
}
