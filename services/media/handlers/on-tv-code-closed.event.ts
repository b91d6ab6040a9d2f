import { TvCodeClosedV1 } from '#events/library/tv-code-closed.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';

const access = new AccessStore(connect(), tableName());

export const handler = eventConsumer(TvCodeClosedV1, async ({ metadata, data }) => {
  const { codeDigest } = data;
  await access.saveTvCode({ codeDigest, closesAt: metadata.occurredAt, version: metadata.aggregate.version });
});
