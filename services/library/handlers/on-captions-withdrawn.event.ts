import { CaptionsWithdrawnV1 } from '#events/media/captions-withdrawn.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { CatalogueStore } from '../catalogue-store.ts';

const store = new CatalogueStore(connect(), tableName());

export const handler = eventConsumer(CaptionsWithdrawnV1, ({ metadata, data }) =>
  store.saveTranscript({
    ...data,
    lines: [],
    version: metadata.aggregate.version,
    // When it came here, as for captions that were published.
    at: new Date().toISOString(),
  }),
);
