import { MediaReadyV1 } from '#events/media/media-ready.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { ViewingStore } from '../store.ts';

const viewings = new ViewingStore(connect(), tableName());

export const handler = eventConsumer(MediaReadyV1, async ({ metadata, data }) => {
  const { assetId, courseId, durationMs, kind, package: about } = data;
  const asset = {
    assetId,
    ...(courseId && { courseId }),
    ...(kind && { kind }),
    ...(about?.lessons && { lessons: about.lessons }),
    durationSeconds: Math.ceil(durationMs / 1000),
  };
  await viewings.saveAsset(asset, metadata.aggregate.version);
});
