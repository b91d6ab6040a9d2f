import type { Enrolment } from './course-run.ts';

/** A graded attempt as the bus tells of it. */
export type GradedAttempt = {
  readonly scoreHundredths: number;
  readonly passed: boolean;
  /** A provisional mark waits for a teacher and completes nothing. */
  readonly provisional: boolean;
  readonly at: string;
};

export type CompletionDecision =
  | { readonly change: 'none' }
  | { readonly change: 'completed' | 'improved'; readonly enrolment: Enrolment };

/**
 * A passed quiz completes the enrolment; a better mark later improves the result and completes nothing twice.
 * The outcome depends on the best mark only, so repeated and reordered events lead to the same state.
 */
export function decideCompletion(
  enrolment: Enrolment | undefined,
  attempt: GradedAttempt,
): CompletionDecision {
  if (!enrolment || !attempt.passed || attempt.provisional) return { change: 'none' };
  if (enrolment.status === 'confirmed') {
    return {
      change: 'completed',
      enrolment: {
        ...enrolment,
        status: 'completed',
        version: enrolment.version + 1,
        resultHundredths: attempt.scoreHundredths,
        completedAt: attempt.at,
      },
    };
  }
  const improves =
    enrolment.status === 'completed' && attempt.scoreHundredths > (enrolment.resultHundredths ?? 0);
  if (!improves) return { change: 'none' };
  return {
    change: 'improved',
    enrolment: { ...enrolment, version: enrolment.version + 1, resultHundredths: attempt.scoreHundredths },
  };
}
