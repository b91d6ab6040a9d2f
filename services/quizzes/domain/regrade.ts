import { isDeepStrictEqual } from 'node:util';
import type { Response } from '../contract.ts';
import type { FrozenItem } from './attempt.ts';
import { pointsFor } from './grading.ts';
import { needsPerson, present } from './item-types.ts';
import type { Question } from './question.ts';
import type { Correction } from './quiz.ts';
import { type GradedAttempt, type Revision, revise } from './revision.ts';

/** What is shown apart from its words: a mended stem asks the same, other options do not. */
const asked = (question: Question) => {
  const { stem: _stem, media: _media, ...shape } = present(question, '', '').seen;
  return shape;
};

/**
 * Whether answers to one version can be marked by another: what can be chosen is the same, in the author's order too,
 * on which the frozen orders of attempts count. Not for what a person marks.
 */
const isComparable = (before: Question, corrected: Question): boolean =>
  !needsPerson(corrected) && isDeepStrictEqual(asked(before), asked(corrected));

export type RegradeCase = {
  readonly attempt: GradedAttempt;
  readonly frozen: FrozenItem;
  /** The version that the attempt asked, and the one to mark by. */
  readonly before: Question;
  readonly corrected: Question;
  readonly response: Response | undefined;
};

export type RegradeDecision =
  | { readonly kind: 'not-comparable' | 'regraded-before' }
  /** The attempt is marked by the corrected version from now on; its points are what they were. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly revision: Revision };

/** Marks one question of a handed-in attempt by its corrected version; every other question keeps its points. */
export function decideRegrade(
  { attempt, frozen, before, corrected, response }: RegradeCase,
  { version, decidedBy }: Correction,
  at: string,
): RegradeDecision {
  if (frozen.version >= version) return { kind: 'regraded-before' };
  if (!isComparable(before, corrected)) return { kind: 'not-comparable' };
  const { itemId, order } = frozen;
  const given = pointsFor({ itemId, order, question: corrected }, response, undefined);
  const was = attempt.points.find((each) => each.itemId === itemId);
  if (was?.earned === given.earned) return { kind: 'unchanged' };
  const points = attempt.points.map((each) => (each.itemId === itemId ? given : each));
  const { provisional } = attempt.grade;
  return {
    kind: 'changed',
    revision: revise(attempt, { points, provisional, reason: 'item-corrected', decidedBy, at }),
  };
}
