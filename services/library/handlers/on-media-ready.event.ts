import { MediaReadyV1 } from '#events/media/media-ready.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { causedBy } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { keepPageWords } from '../commands/keep-page-words.ts';
import { takeReadyFile } from '../commands/take-ready-file.ts';
import { FileStore } from '../file-store.ts';
import { PublishedTexts } from '../published-texts.ts';
import { aboutAsset, assetFile } from '../ready-asset.ts';
import { MaterialStore } from '../store.ts';
import { TranscriptStore } from '../transcript-store.ts';

const db = connect();
const materials = new MaterialStore(db, tableName());
const files = new FileStore(db, tableName());
const transcripts = new TranscriptStore(db, tableName());
const texts = new PublishedTexts();

export const handler = eventConsumer(MediaReadyV1, async ({ metadata, data }) => {
  const { assetId, language = 'vi', document } = data;
  const { version } = metadata.aggregate;
  // When it came here, as for captions.
  const at = new Date().toISOString();
  await takeReadyFile(
    { files, materials, transcripts },
    { about: aboutAsset(data), file: assetFile(data), version },
    at,
    { ...causedBy(metadata), actor: data.uploadedBy ?? metadata.actor },
  );
  // Those of a file that was given up since may be deleted.
  if (!document || (await files.isGone(assetId))) return;
  await keepPageWords({ transcripts, texts }, { assetId, language, path: document.words, version, at });
});
