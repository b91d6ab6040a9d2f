import { MediaGivenUpV1 } from '#events/media/media-given-up.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { takeFileNews } from '../commands/take-file-news.ts';
import { FileStore } from '../file-store.ts';
import { TranscriptStore } from '../transcript-store.ts';

const db = connect();
const tools = {
  files: new FileStore(db, tableName()),
  transcripts: new TranscriptStore(db, tableName()),
};

export const handler = eventConsumer(MediaGivenUpV1, ({ metadata, data }) => {
  const { version } = metadata.aggregate;
  return takeFileNews(tools, { ...data, isGone: true, version }, new Date().toISOString());
});
