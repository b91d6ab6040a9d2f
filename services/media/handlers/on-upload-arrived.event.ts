import { ulid } from 'ulid';
import * as z from 'zod';
import { logger } from '#shared/observability/telemetry.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AssetFiles } from '../asset-files.ts';
import { recordingExaminer } from '../commands/examine-recording.ts';
import { paperExaminer } from '../commands/hand-over-paper.ts';
import { takeArrival } from '../commands/take-arrival.ts';
import { ContentStore } from '../content-store.ts';
import { configuredVersion } from '../engine/configured-engine.ts';
import { probe } from '../engine/probe.ts';
import { PaperStore, PartStore } from '../job-store.ts';
import { PaperQueue } from '../paper-queue.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { Sources } from '../sources.ts';
import { RecordingStore } from '../store.ts';
import { assetOfKey } from '../upload-place.ts';
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
const sources = new Sources();
const queue = new WorkQueue();
const recording = recordingExaminer({ engine: { version: configuredVersion(), probe }, sources, queue });
const paper = paperExaminer({ paperQueue });
const tools = {
  store: new RecordingStore(db, tableName()),
  contents: new ContentStore(db, tableName()),
  parts: new PartStore(db, tableName()),
  papers: new PaperStore(db, tableName()),
  paperQueue,
  sources,
  files: new AssetFiles(),
  queue,
  now: () => new Date().toISOString(),
  examiners: { video: recording, audio: recording, image: paper, document: paper, package: paper },
};

export const handler = queueConsumer(ObjectCreated, async ({ id, time, detail: { object } }) => {
  const assetId = assetOfKey(object.key);
  if (!assetId) return;
  const cause = { at: time.toISOString(), causationId: id };
  const arrival = { assetId, objectVersion: object['version-id'], bytes: object.size, jobId: ulid() };
  const taken = await takeArrival(tools, arrival, cause);
  if (taken === 'nobody') logger.warn('a file that nobody announced was deleted', { assetId });
  if (taken === 'conflict') throw new Error(`${assetId} changed while it was examined; it comes again`);
});
