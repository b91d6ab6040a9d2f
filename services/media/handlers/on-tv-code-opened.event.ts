import { TvCodeOpenedV1 } from '#events/library/tv-code-opened.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';

const access = new AccessStore(connect(), tableName());

export const handler = eventConsumer(TvCodeOpenedV1, async ({ metadata, data }) => {
  const { codeDigest, assetId, closesAt } = data;
  await access.saveTvCode({ codeDigest, assetId, closesAt, version: metadata.aggregate.version });
});
