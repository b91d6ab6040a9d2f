import { CaptionsWithdrawnV1 } from '#events/media/captions-withdrawn.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { TranscriptStore } from '../transcript-store.ts';

const transcripts = new TranscriptStore(connect(), tableName());

export const handler = eventConsumer(CaptionsWithdrawnV1, ({ metadata, data }) =>
  transcripts.save({
    ...data,
    // What was said is gone with them; that it came late, and nothing older after it, is all that stays.
    lines: [],
    version: metadata.aggregate.version,
    // When it came here, as for captions that were published.
    at: new Date().toISOString(),
  }),
);
