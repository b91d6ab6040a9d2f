import { DailySummaryWrittenV1 } from '#events/reports/daily-summary-written.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { DailySummary } from './domain/daily-summary.ts';

export const written = ({ reportId, day }: DailySummary, cause: Cause): Outbox => {
  const identity = { eventId: `${reportId}-1`, aggregate: { type: 'report', id: reportId, version: 1 } };
  return outboxWith(outboxEntry(DailySummaryWrittenV1, { reportId, day }, cause, identity));
};
