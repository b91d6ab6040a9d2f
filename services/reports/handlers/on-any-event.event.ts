import { catalogue } from '#events/index.ts';
import { eventsConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { countEvent } from '../commands/count-event.ts';
import { ReportStore } from '../store.ts';

const store = new ReportStore(connect(), tableName());

/** Every event of the platform passes here; figures decide which count. */
export const handler = eventsConsumer(catalogue, ({ detailType, metadata, data }) =>
  countEvent(
    store,
    { detailType, data, eventId: metadata.eventId, occurredAt: metadata.occurredAt },
    new Date().toISOString(),
  ),
);
