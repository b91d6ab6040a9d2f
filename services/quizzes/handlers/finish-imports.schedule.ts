import * as z from 'zod';
import { logger } from '#shared/observability/telemetry.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from '../bank-store.ts';
import { finishImports } from '../commands/finish-import.ts';
import { ImportStore } from '../import-store.ts';
import { ItemFiles } from '../item-files.ts';

const db = connect();
const tools = {
  bank: new BankStore(db, tableName()),
  imports: new ImportStore(db, tableName()),
  files: new ItemFiles(),
};

/** No request runs longer; an import begun before is nobody's any more. Milliseconds. */
const LONGEST_REQUEST = 60_000;
const Due = z.object({ dueAt: z.coerce.date() });

/** Writes the rest of every import whose request broke off. */
export const handler = async (input: unknown): Promise<void> => {
  const before = new Date(Due.parse(input).dueAt.getTime() - LONGEST_REQUEST).toISOString();
  const { finished, failures } = await finishImports(tools, before);
  logger.info('imports finished that broke off', { finished, failed: failures.length });
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} imports are still not whole`);
};
