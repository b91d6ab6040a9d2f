import { TouchRecordedV1 } from '#events/campaigns/touch-recorded.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { countTouch } from '../domain/counters.ts';
import { TouchStore } from '../touch-store.ts';

const touches = new TouchStore(connect(), tableName());

export const handler = eventConsumer(TouchRecordedV1, async ({ metadata, data }) => {
  const event = { consumer: 'touch-counter', eventId: metadata.eventId, at: metadata.occurredAt };
  await touches.count(event, data, countTouch(data));
});
