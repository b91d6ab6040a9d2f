import { EnrolmentCancelledV1 } from '#events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '#events/enrollment/enrolment-confirmed.v1.ts';
import { EnrolmentWaitlistedV1 } from '#events/enrollment/enrolment-waitlisted.v1.ts';
import { RunCompletedV1 } from '#events/enrollment/run-completed.v1.ts';
import { type Cause, type Outbox, outboxEntry } from '#shared/messaging/outbox.ts';
import type { Enrolment } from './domain/course-run.ts';

const only = (entry: ReturnType<typeof outboxEntry>): Outbox => ({
  outboxId: entry.eventId,
  outbox: [entry],
});

/** The identity follows from what happened, so deciding the same thing again names the same event. */
const identity = (enrolment: Enrolment) => ({
  eventId: `${enrolment.enrolmentId}-${enrolment.version}`,
  aggregate: { type: 'enrolment', id: enrolment.enrolmentId, version: enrolment.version },
});

const who = ({ enrolmentId, runId, courseId, personId }: Enrolment) => ({
  enrolmentId,
  runId,
  courseId,
  personId,
});

export const confirmed = (enrolment: Enrolment, cause: Cause): Outbox =>
  only(
    outboxEntry(
      EnrolmentConfirmedV1,
      { ...who(enrolment), ...(enrolment.touchId && { touchId: enrolment.touchId }) },
      cause,
      identity(enrolment),
    ),
  );

export const waitlisted = (enrolment: Enrolment & { readonly ticket: number }, cause: Cause): Outbox =>
  only(
    outboxEntry(
      EnrolmentWaitlistedV1,
      { ...who(enrolment), ticket: enrolment.ticket },
      cause,
      identity(enrolment),
    ),
  );

export const cancelled = (enrolment: Enrolment, heldSeat: boolean, cause: Cause): Outbox =>
  only(outboxEntry(EnrolmentCancelledV1, { ...who(enrolment), heldSeat }, cause, identity(enrolment)));

export const completed = (enrolment: Enrolment, cause: Cause): Outbox =>
  only(
    outboxEntry(
      RunCompletedV1,
      { ...who(enrolment), resultHundredths: enrolment.resultHundredths ?? 0 },
      cause,
      identity(enrolment),
    ),
  );
