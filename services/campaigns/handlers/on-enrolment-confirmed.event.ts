import { EnrolmentConfirmedV1 } from '#events/enrollment/enrolment-confirmed.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { causedBy } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { creditEnrolment } from '../commands/credit-enrolment.ts';
import { TouchStore } from '../touch-store.ts';

const touches = new TouchStore(connect(), tableName());

export const handler = eventConsumer(EnrolmentConfirmedV1, async ({ metadata, data }) => {
  const { enrolmentId, touchId } = data;
  if (touchId)
    await creditEnrolment(touches, { enrolmentId, touchId, at: metadata.occurredAt }, causedBy(metadata));
});
