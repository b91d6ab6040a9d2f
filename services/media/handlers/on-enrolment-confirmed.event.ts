import { EnrolmentConfirmedV1 } from '#events/enrollment/enrolment-confirmed.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';

const access = new AccessStore(connect(), tableName());

export const handler = eventConsumer(EnrolmentConfirmedV1, async ({ metadata, data }) => {
  const { personId, courseId, runId } = data;
  await access.saveSeat({ personId, courseId, runId, held: true, version: metadata.aggregate.version });
});
