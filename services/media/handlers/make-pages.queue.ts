import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { logger } from '#shared/observability/telemetry.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { doPaperWork } from '../commands/do-paper-work.ts';
import { DeadLetters } from '../dead-letters.ts';
import { Deliveries } from '../deliveries.ts';
import { WORK_ATTEMPTS } from '../domain/work.ts';
import { createPagesEngine } from '../engine/pages/pages-engine.ts';
import { PaperStore } from '../job-store.ts';
import { PaperMessage, PaperQueue } from '../paper-queue.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { sandboxWarning } from '../sandbox-warning.ts';
import { Sources } from '../sources.ts';
import { RecordingStore } from '../store.ts';

const db = connect();
// The bundler lays the child's bundle beside this one.
const childPath = fileURLToPath(new URL('./pages-child.mjs', import.meta.url));
const tools = {
  store: new RecordingStore(db, tableName()),
  papers: new PaperStore(db, tableName()),
  sources: new Sources(),
  deliveries: new Deliveries(),
  deadLetters: new DeadLetters(),
  paperQueue: new PaperQueue(),
  pages: createPagesEngine({ childPath, onNoSandbox: sandboxWarning() }),
};

export const handler = queueConsumer(PaperMessage, async (message, receipt) => {
  logger.appendKeys({ assetId: message.assetId, task: message.task });
  const at = new Date().toISOString();
  const isLast = receipt.receives >= WORK_ATTEMPTS;
  const delivery = { at, causationId: receipt.messageId, isLast, jobId: ulid() };
  await tools.paperQueue.hold(receipt.receiptHandle, () => doPaperWork(tools, message, delivery));
});
