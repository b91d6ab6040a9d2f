import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Correction } from '../domain/quiz.ts';
import type { RegradeDecision } from '../domain/regrade.ts';
import type { AttemptRef } from '../store.ts';
import { type CountStores, countGrade } from './count-grade.ts';
import { type RegradeStores, regradeOne } from './regrade-attempt.ts';

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

const changeOf = ({ attempt, superseded }: Extract<RegradeDecision, { kind: 'changed' }>['revision']) => ({
  attemptId: attempt.attemptId,
  personId: attempt.personId,
  fromHundredths: superseded.grade.scoreHundredths,
  toHundredths: attempt.grade.scoreHundredths,
  passedBefore: superseded.grade.passed,
  passes: attempt.grade.passed,
});

type Regraded = Awaited<ReturnType<typeof regradeOne>>;

const isKind = (regraded: Regraded, ...kinds: readonly RegradeDecision['kind'][]): boolean =>
  typeof regraded === 'object' && kinds.includes(regraded.kind);

/**
 * Counts an attempt by the version that it is marked by now. A mark that changes has an event, which does; one that stays
 * has none. Undefined when every race was lost: the next run finds it.
 */
async function counted(
  stores: CountStores,
  attempt: AttemptRef & { readonly quizId: string },
  regraded: Regraded,
): Promise<Regraded> {
  if (!isKind(regraded, 'unchanged', 'regraded-before')) return regraded;
  return (await retryOnConflict(() => countGrade(stores, attempt))) ? regraded : undefined;
}

/**
 * A page of the graded attempts, marked by the corrected version of one item. The correction is noted on the quiz first,
 * then the attempts are listed; whoever counts a grade lists its attempt first, then looks for corrections. So one of the
 * two sees the other, whatever meets, and no attempt is left with a mark by the faulty version.
 */
export async function regradeQuiz(stores: RegradeStores & CountStores, command: RegradeQuiz, cause: Cause) {
  const correction = await correctionOf(stores, command, cause);
  if (typeof correction === 'string') return correction;
  const { quizId, preview, cursor } = command;
  if (!preview) await stores.bank.saveCorrection(quizId, correction);
  const page = await stores.marks.countedOf(quizId, cursor);
  if (page === 'invalid-cursor') return page;
  const decisions: Regraded[] = [];
  for (let start = 0; start < page.attempts.length; start += AT_ONCE) {
    const some = page.attempts.slice(start, start + AT_ONCE);
    const regraded = await Promise.all(
      some.map((each) => regradeOne(stores, each, correction, { preview, cause })),
    );
    // One after the other: all of them are in the same sums.
    for (const [place, each] of some.entries())
      decisions.push(preview ? regraded[place] : await counted(stores, { ...each, quizId }, regraded[place]));
  }
  const howMany = (...kinds: readonly RegradeDecision['kind'][]) =>
    decisions.filter((each) => isKind(each, ...kinds)).length;
  return {
    version: correction.version,
    changes: decisions.flatMap((each) =>
      typeof each === 'object' && each.kind === 'changed' ? [changeOf(each.revision)] : [],
    ),
    unchanged: howMany('unchanged', 'regraded-before'),
    notComparable: howMany('not-comparable'),
    undecided: decisions.filter((each) => each === undefined).length,
    ...(page.next && { next: page.next }),
  };
}
