import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import type { Named, Names } from './name-book.ts';

type Attempt = BodyOf<'listQuizAttempts'>['attempts'][number];
/** A handed-in attempt with the name of whose it is; without one, the register does not have them. */
export type MarkRow = Attempt & Partial<Named>;

export const rowsOf = (attempts: readonly Attempt[], names: Names): readonly MarkRow[] =>
  attempts.map((attempt) => ({ ...attempt, ...names.get(attempt.personId) }));

export type MarkStateName = keyof Messages['marks']['states'];

/** What a mark waits for; one that waits for a marker waits for its confirmation only after that. */
export function stateOf({ waiting, grade }: Pick<Attempt, 'waiting' | 'grade'>): MarkStateName {
  if (waiting > 0) return 'marking';
  if (!grade) return 'ungraded';
  return grade.provisional ? 'provisional' : 'final';
}

/** Marks that can be confirmed as they are. */
export const confirmable = (rows: readonly MarkRow[]): readonly MarkRow[] =>
  rows.filter((row) => stateOf(row) === 'provisional');

/** The sentence that stands before the marks. `isMore`: there are attempts that are not here yet. */
export function marksSentence(rows: readonly MarkRow[], isMore: boolean, t: Messages['marks']): string {
  const toConfirm = confirmable(rows).length;
  const toMark = rows.filter((row) => stateOf(row) === 'marking').length;
  return [
    t.handedIn(rows.length, isMore),
    toConfirm > 0 && t.toConfirm(toConfirm),
    toMark > 0 && t.toMark(toMark),
    !isMore && rows.every((row) => stateOf(row) === 'final') && t.allFinal,
    isMore && toConfirm + toMark > 0 && t.ofShown,
  ]
    .filter(Boolean)
    .join(' ');
}
