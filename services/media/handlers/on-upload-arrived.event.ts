import { ulid } from 'ulid';
import * as z from 'zod';
import { logger } from '#shared/observability/telemetry.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { recordingExaminer } from '../commands/examine-recording.ts';
import { examineUpload } from '../commands/examine-upload.ts';
import { paperExaminer } from '../commands/hand-over-paper.ts';
import { receiveUpload } from '../commands/receive-upload.ts';
import { ContentStore } from '../content-store.ts';
import { configuredVersion } from '../engine/configured-engine.ts';
import { probe } from '../engine/probe.ts';
import { PaperQueue } from '../paper-queue.ts';
import { PaperStore } from '../paper-store.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { RecordingStore } from '../store.ts';
import { assetOfKey, Uploads } from '../uploads.ts';
import { WorkQueue } from '../work-queue.ts';

/** `Object Created` as EventBridge carries it (S3 user guide, EventBridge event message structure). */
const ObjectCreated = z.object({
  id: z.string(),
  time: z.coerce.date(),
  detail: z.object({
    object: z.object({ key: z.string(), size: z.int(), 'version-id': z.string() }),
  }),
});

const db = connect();
const paperQueue = new PaperQueue();
const uploads = new Uploads();
const queue = new WorkQueue();
const recording = recordingExaminer({ engine: { version: configuredVersion(), probe }, uploads, queue });
const paper = paperExaminer({ paperQueue });
const tools = {
  store: new RecordingStore(db, tableName()),
  contents: new ContentStore(db, tableName()),
  papers: new PaperStore(db, tableName()),
  paperQueue,
  uploads,
  queue,
  examiners: { video: recording, audio: recording, image: paper, document: paper, package: paper },
};

/** S3 tells of a file at least once: it is noted once, examined, and its work sent out. */
export const handler = queueConsumer(ObjectCreated, async ({ id, time, detail: { object } }) => {
  const assetId = assetOfKey(object.key);
  if (!assetId) return;
  const cause = { at: time.toISOString(), causationId: id };
  const arrival = { assetId, objectVersion: object['version-id'], bytes: object.size, jobId: ulid() };
  const received = await receiveUpload(tools.store, arrival, cause);
  if (!received) return logger.warn('a file that nobody announced', { assetId });
  const examined = received === 'conflict' ? received : await examineUpload(tools, assetId, cause);
  if (examined === 'conflict') throw new Error(`${assetId} changed while it was examined; it comes again`);
});
