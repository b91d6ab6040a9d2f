import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { logger } from '#shared/observability/telemetry.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { doWork } from '../commands/do-work.ts';
import { recordingExaminer } from '../commands/examine-recording.ts';
import { paperExaminer } from '../commands/hand-over-paper.ts';
import { ContentStore } from '../content-store.ts';
import { DeadLetters } from '../dead-letters.ts';
import { Deliveries } from '../deliveries.ts';
import { WORKER_COMPARING } from '../domain/content-pieces.ts';
import { WORK_ATTEMPTS } from '../domain/work.ts';
import { configuredEngine } from '../engine/configured-engine.ts';
import { PaperStore, PartStore } from '../job-store.ts';
import { PaperQueue } from '../paper-queue.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { sandboxWarning } from '../sandbox-warning.ts';
import { Sources } from '../sources.ts';
import { RecordingStore } from '../store.ts';
import { WorkMessage, WorkQueue } from '../work-queue.ts';

const db = connect();
// The bundler lays the child's bundle beside this one.
const childPath = fileURLToPath(new URL('./child.mjs', import.meta.url));
const engine = configuredEngine({ childPath, onNoSandbox: sandboxWarning() });
const sources = new Sources();
const queue = new WorkQueue();
const recording = recordingExaminer({ engine, sources, queue });
const paperQueue = new PaperQueue();
const paper = paperExaminer({ paperQueue });
const tools = {
  store: new RecordingStore(db, tableName()),
  contents: new ContentStore(db, tableName()),
  comparing: WORKER_COMPARING,
  now: () => new Date().toISOString(),
  parts: new PartStore(db, tableName()),
  sources,
  deliveries: new Deliveries(),
  deadLetters: new DeadLetters(),
  queue,
  papers: new PaperStore(db, tableName()),
  paperQueue,
  engine,
  examiners: { video: recording, audio: recording, image: paper, document: paper, package: paper },
};

export const handler = queueConsumer(WorkMessage, async (message, receipt) => {
  logger.appendKeys({ assetId: message.assetId, task: message.task });
  const at = new Date().toISOString();
  const isLast = receipt.receives >= WORK_ATTEMPTS;
  const delivery = { at, causationId: receipt.messageId, isLast, jobId: ulid() };
  await tools.queue.hold(receipt.receiptHandle, () => doWork(tools, message, delivery));
});
