import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { logger } from '#shared/observability/telemetry.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';
import { AssetFiles } from '../asset-files.ts';
import { sweep } from '../commands/sweep.ts';
import { PaperStore, PartStore } from '../job-store.ts';
import { PaperQueue } from '../paper-queue.ts';
import { RecordingLists } from '../recording-lists.ts';
import { RecordingStore } from '../store.ts';
import { WorkQueue } from '../work-queue.ts';

const db = connect();
const tools = {
  store: new RecordingStore(db, tableName()),
  lists: new RecordingLists(db, tableName()),
  parts: new PartStore(db, tableName()),
  files: new AssetFiles(),
  access: new AccessStore(db, tableName()),
  queue: new WorkQueue(),
  papers: new PaperStore(db, tableName()),
  paperQueue: new PaperQueue(),
};

const Due = z.object({ dueAt: z.coerce.date() });

/** Throws after all were tried, so that one broken recording raises the alarm and no other waits for it. */
export const handler = async (input: unknown, { awsRequestId }: Context): Promise<void> => {
  const at = Due.parse(input).dueAt.toISOString();
  const { attended, failures } = await sweep(tools, { at, causationId: awsRequestId });
  logger.info('unsettled recordings attended to', { attended, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} recordings in trouble`);
};
