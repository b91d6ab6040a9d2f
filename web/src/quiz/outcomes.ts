import type { Attempt } from '../../../services/quizzes/contract.ts';
import type { BodyOf } from '../api/types.ts';
import type { Sheet } from './answer-sheet.ts';
import { attemptsOf, keyOf, type Ref, readEntry, removeEntries, writeEntry } from './entries.ts';
import type { Keeping } from './keeping.ts';

export type Review = BodyOf<'reviewAttempt'>;
export type ReviewedItem = Review['items'][number];
/** A review and the number of the mark that it explains. */
export type KeptReview = Review & { readonly gradeNo?: number | undefined };

/** How an attempt ended, kept so that its result opens without network too. */
export type Outcome = {
  readonly ref: Ref;
  readonly title: string;
  readonly quizId: string;
  readonly backHref: string;
  readonly attemptsAllowed?: number | undefined;
  /** Absent when the server knows no such attempt of this person. */
  readonly attempt?: Attempt;
  /** Answers of this device that came too late to count. */
  readonly late: number;
  /** Questions with a file that could not be handed over; absent where an earlier version of this site wrote it. */
  readonly refused?: number;
  /** The device's own clock, ms. */
  readonly endedAt: number;
  /** False until the person has looked at it. */
  readonly seen: boolean;
};

/** Results kept for each person; older ones are read from the server. */
const KEPT_RESULTS = 6;

export const outcomeOf = (keeping: Keeping, ref: Ref): Outcome | undefined =>
  readEntry<Outcome>(keeping, keyOf.outcome(ref));

/** A person's ended attempts on this device, the latest first. */
export const outcomesOf = (keeping: Keeping, personId: string): readonly Outcome[] =>
  attemptsOf(keeping, personId)
    .flatMap((ref) => outcomeOf(keeping, ref) ?? [])
    .sort((a, b) => b.endedAt - a.endedAt);

const lateAnswers = (sheet: Sheet, { answers }: Attempt): number => {
  const stored = new Map(answers.map(({ itemId, version }) => [itemId, version]));
  return Object.entries(sheet).filter(
    ([itemId, { version, saved }]) => !saved && version > (stored.get(itemId) ?? 0),
  ).length;
};

/** The end of an attempt as the server tells it; `sheet` is what the device had. */
export const ended = (
  about: Omit<Outcome, 'late' | 'seen' | 'attempt'>,
  attempt: Attempt | undefined,
  sheet: Sheet,
): Outcome => ({
  ...about,
  ...(attempt && { attempt }),
  late: attempt ? lateAnswers(sheet, attempt) : Object.keys(sheet).length,
  seen: false,
});

/** Writes the outcome first and clears the rest after it, so that a crash in between leaves an ended attempt. */
export const keepOutcome = (keeping: Keeping, outcome: Outcome): void => {
  const { ref } = outcome;
  writeEntry(keeping, keyOf.outcome(ref), outcome);
  removeEntries(keeping, ref, [keyOf.outcome(ref), keyOf.review(ref)]);
  for (const old of outcomesOf(keeping, ref.personId).slice(KEPT_RESULTS)) removeEntries(keeping, old.ref);
};

export const markSeen = (keeping: Keeping, ref: Ref): void => {
  const outcome = outcomeOf(keeping, ref);
  if (outcome && !outcome.seen) writeEntry(keeping, keyOf.outcome(ref), { ...outcome, seen: true });
};

export const reviewOf = (keeping: Keeping, ref: Ref): KeptReview | undefined =>
  readEntry<KeptReview>(keeping, keyOf.review(ref));

/** Keeps explanations beside a result that is kept. */
export const keepReview = (keeping: Keeping, ref: Ref, review: KeptReview): void => {
  if (outcomeOf(keeping, ref)) writeEntry(keeping, keyOf.review(ref), review);
};
