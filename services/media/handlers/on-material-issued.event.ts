import { MaterialIssuedV1 } from '#events/library/material-issued.v1.ts';
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

export const handler = eventConsumer(MaterialIssuedV1, async ({ metadata, data }) => {
  const { assetId, access, altText } = data;
  if (assetId === undefined) return;
  const { version } = metadata.aggregate;
  await takePublication(tools, {
    ...{ assetId, access, version, state: 'issued' },
    ...(altText && { altText }),
  });
});
