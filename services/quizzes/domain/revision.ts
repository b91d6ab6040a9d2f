import type { Attempt, Grade, GradeReason } from './attempt.ts';
import { type ItemPoints, scoreOf } from './grading.ts';

export type GradedAttempt = Attempt & { readonly grade: Grade; readonly points: readonly ItemPoints[] };
/** A mark that was replaced, kept for whoever asks how the present one came about. */
export type SupersededGrade = { readonly grade: Grade; readonly points: readonly ItemPoints[] };
export type Revision = { readonly attempt: GradedAttempt; readonly superseded: SupersededGrade };

type Change = {
  readonly reason: GradeReason;
  readonly points: readonly ItemPoints[];
  readonly provisional: boolean;
  readonly decidedBy: string;
  readonly at: string;
};

export const isGraded = (attempt: Attempt): attempt is GradedAttempt =>
  attempt.status === 'submitted' && attempt.grade !== undefined && attempt.points !== undefined;

/** The next mark of an attempt. What a person still has to mark keeps it provisional, whatever else is decided. */
export function revise(
  attempt: GradedAttempt,
  { points, provisional, at, reason, decidedBy }: Change,
): Revision {
  const scoreHundredths = scoreOf(points);
  const grade: Grade = {
    gradeNo: attempt.grade.gradeNo + 1,
    scoreHundredths,
    passed: scoreHundredths >= attempt.passHundredths,
    provisional: provisional || points.some(({ waits }) => waits),
    gradedAt: at,
    reason,
    decidedBy,
  };
  const superseded = { grade: attempt.grade, points: attempt.points };
  return { attempt: { ...attempt, points, grade }, superseded };
}

export type Confirmation =
  | { readonly kind: 'confirm'; readonly revision: Revision }
  | { readonly kind: 'confirmed' | 'changed' | 'waits' };

/**
 * Confirms the mark that a teacher has seen, by its number; the same again is fine. `changed`: there is another mark by
 * now. `waits`: somebody has to mark an answer first.
 */
export function decideConfirmation(
  attempt: GradedAttempt,
  gradeNo: number,
  by: { readonly decidedBy: string; readonly at: string },
): Confirmation {
  const { grade, points } = attempt;
  const isThisConfirmed = grade.gradeNo === gradeNo + 1 && grade.reason === 'confirmed';
  if (isThisConfirmed || (grade.gradeNo === gradeNo && !grade.provisional)) return { kind: 'confirmed' };
  if (grade.gradeNo !== gradeNo) return { kind: 'changed' };
  if (points.some(({ waits }) => waits)) return { kind: 'waits' };
  return {
    kind: 'confirm',
    revision: revise(attempt, { ...by, points, provisional: false, reason: 'confirmed' }),
  };
}
