import { MediaReadyV1 } from '#events/media/media-ready.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { causedBy } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { takeReadyAsset } from '../commands/take-ready-asset.ts';
import { FileStore } from '../file-store.ts';
import { aboutAsset, assetFile } from '../ready-asset.ts';
import { MaterialStore } from '../store.ts';

const db = connect();
const store = new MaterialStore(db, tableName());
const files = new FileStore(db, tableName());

export const handler = eventConsumer(MediaReadyV1, async ({ metadata, data }) => {
  // Also of a file that was given up, and is wanted all the same.
  await files.saveNews({ assetId: data.assetId, isGone: false, version: metadata.aggregate.version });
  await takeReadyAsset(store, aboutAsset(data), assetFile(data), {
    ...causedBy(metadata),
    actor: data.uploadedBy ?? metadata.actor,
  });
});
