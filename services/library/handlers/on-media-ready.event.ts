import { MediaReadyV1 } from '#events/media/media-ready.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { causedBy } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { keepPageWords } from '../commands/keep-page-words.ts';
import { takeFileNews } from '../commands/take-file-news.ts';
import { takeReadyAsset } from '../commands/take-ready-asset.ts';
import { FileStore } from '../file-store.ts';
import { PublishedTexts } from '../published-texts.ts';
import { aboutAsset, assetFile } from '../ready-asset.ts';
import { MaterialStore } from '../store.ts';
import { TranscriptStore } from '../transcript-store.ts';

const db = connect();
const store = new MaterialStore(db, tableName());
const files = new FileStore(db, tableName());
const transcripts = new TranscriptStore(db, tableName());
const texts = new PublishedTexts();

export const handler = eventConsumer(MediaReadyV1, async ({ metadata, data }) => {
  const { assetId, language = 'vi', document } = data;
  const { version } = metadata.aggregate;
  // When it came here, as for captions.
  const at = new Date().toISOString();
  // Also of a file that was given up, and is wanted all the same.
  await takeFileNews({ files, transcripts }, { assetId, isGone: false, version }, at);
  await takeReadyAsset(store, aboutAsset(data), assetFile(data), {
    ...causedBy(metadata),
    actor: data.uploadedBy ?? metadata.actor,
  });
  // After the material, which is to come whatever its words do. Those of a file that was given up since may be deleted.
  if (!document || (await files.isGone(assetId))) return;
  await keepPageWords({ transcripts, texts }, { assetId, language, path: document.words, version, at });
});
