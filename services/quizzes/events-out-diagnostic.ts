import { AttemptGradedV2 } from '#events/quizzes/attempt-graded.v2.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { Asked } from './domain/diagnostic/next-item.ts';
import type { FinishedPlacement } from './domain/diagnostic/placement.ts';
import { competencesOf, wholePoints } from './domain/grading.ts';

const thousandths = (logits: number): number => Math.round(logits * 1000);

/** The levels of a placement, told once: it has one mark, which nothing corrects. */
export const placementGraded = (
  { placementId, diagnosticId, personId, placementNo, finishedBy, results }: FinishedPlacement,
  asked: readonly Asked[],
  cause: Cause,
): Outbox => {
  const data = {
    ...{ attemptId: placementId, quizId: diagnosticId, personId, attemptNo: placementNo },
    ...{ purpose: 'placement' as const, gradeNo: 1, provisional: false },
    submittedBy: finishedBy === 'deadline' ? ('deadline' as const) : ('person' as const),
    byCompetence: competencesOf(wholePoints(asked)).map((each) => ({ ...each })),
    byDomain: results.map(({ domain, asked: count, isMeasured, level, ability, standardError }) => ({
      ...{ domain, asked: count, measured: isMeasured, ...(level && { level }) },
      ability: thousandths(ability),
      standardError: thousandths(standardError),
    })),
  };
  const identified = {
    eventId: `${placementId}-graded`,
    aggregate: { type: 'placement', id: placementId, version: 1 },
  };
  return outboxWith(outboxEntry(AttemptGradedV2, data, cause, identified));
};
