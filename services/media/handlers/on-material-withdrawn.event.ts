import { MaterialWithdrawnV1 } from '#events/library/material-withdrawn.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';

const access = new AccessStore(connect(), tableName());

export const handler = eventConsumer(MaterialWithdrawnV1, async ({ metadata, data }) => {
  const { assetId } = data;
  if (!assetId) return;
  await access.savePublication({ assetId, state: 'withdrawn', version: metadata.aggregate.version });
});
