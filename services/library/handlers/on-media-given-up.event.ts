import { MediaGivenUpV1 } from '#events/media/media-given-up.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { FileStore } from '../file-store.ts';

const files = new FileStore(connect(), tableName());

export const handler = eventConsumer(MediaGivenUpV1, ({ metadata, data }) =>
  files.saveNews({ ...data, isGone: true, version: metadata.aggregate.version }),
);
