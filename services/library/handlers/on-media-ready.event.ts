import { MediaReadyV1 } from '#events/media/media-ready.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { causedBy } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { takeReadyAsset } from '../commands/take-ready-asset.ts';
import { aboutAsset, assetFile } from '../ready-asset.ts';
import { MaterialStore } from '../store.ts';

const store = new MaterialStore(connect(), tableName());

export const handler = eventConsumer(MediaReadyV1, ({ metadata, data }) =>
  takeReadyAsset(store, aboutAsset(data), assetFile(data), {
    ...causedBy(metadata),
    actor: data.uploadedBy ?? metadata.actor,
  }),
);
