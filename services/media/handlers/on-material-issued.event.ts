import { MaterialIssuedV1 } from '#events/library/material-issued.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';

const accessStore = new AccessStore(connect(), tableName());

export const handler = eventConsumer(MaterialIssuedV1, async ({ metadata, data }) => {
  const { assetId, access } = data;
  if (!assetId) return;
  await accessStore.savePublication({
    assetId,
    access,
    state: 'issued',
    version: metadata.aggregate.version,
  });
});
