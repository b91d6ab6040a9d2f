import { EnrolmentCancelledV1 } from '#events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '#events/enrollment/enrolment-confirmed.v1.ts';
import { EnrolmentWaitlistedV1 } from '#events/enrollment/enrolment-waitlisted.v1.ts';
import { RunCompletedV1 } from '#events/enrollment/run-completed.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { Enrolment } from './domain/course-run.ts';

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
  outboxWith(
    outboxEntry(
      EnrolmentConfirmedV1,
      { ...who(enrolment), ...(enrolment.touchId && { touchId: enrolment.touchId }) },
      cause,
      identity(enrolment),
    ),
  );

export const waitlisted = (enrolment: Enrolment & { readonly ticket: number }, cause: Cause): Outbox =>
  outboxWith(
    outboxEntry(
      EnrolmentWaitlistedV1,
      { ...who(enrolment), ticket: enrolment.ticket },
      cause,
      identity(enrolment),
    ),
  );

export const cancelled = (enrolment: Enrolment, heldSeat: boolean, cause: Cause): Outbox =>
  outboxWith(outboxEntry(EnrolmentCancelledV1, { ...who(enrolment), heldSeat }, cause, identity(enrolment)));

export const completed = (enrolment: Enrolment, cause: Cause): Outbox =>
  outboxWith(
    outboxEntry(
      RunCompletedV1,
      { ...who(enrolment), resultHundredths: enrolment.resultHundredths ?? 0 },
      cause,
      identity(enrolment),
    ),
  );
