import { MaterialWithdrawnV1 } from '#events/library/material-withdrawn.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';
import { takePublication } from '../commands/take-publication.ts';
import { Posters } from '../posters.ts';
import { RecordingStore } from '../store.ts';

const db = connect();
const tools = {
  access: new AccessStore(db, tableName()),
  recordings: new RecordingStore(db, tableName()),
  posters: new Posters(),
};

export const handler = eventConsumer(MaterialWithdrawnV1, async ({ metadata, data }) => {
  const { assetId } = data;
  if (assetId === undefined) return;
  await takePublication(tools, { assetId, version: metadata.aggregate.version, state: 'withdrawn' });
});
