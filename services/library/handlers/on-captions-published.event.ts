import { CaptionsPublishedV1 } from '#events/media/captions-published.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { keepTranscript } from '../commands/keep-transcript.ts';
import { PublishedTexts } from '../published-texts.ts';
import { TranscriptStore } from '../transcript-store.ts';

const tools = { transcripts: new TranscriptStore(connect(), tableName()), texts: new PublishedTexts() };

export const handler = eventConsumer(CaptionsPublishedV1, ({ metadata, data }) => {
  const { assetId, language, path } = data;
  // When it came here: what others ask by is the order in which things came, and news may be late.
  const at = new Date().toISOString();
  return keepTranscript(tools, { assetId, language, path, at, version: metadata.aggregate.version });
});
