import { ulid } from 'ulid';
import * as z from 'zod';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { writeDailySummary } from '../commands/write-daily-summary.ts';
import { reportWords } from '../messages.ts';
import { ReportDocuments } from '../objects.ts';
import { ReportStore } from '../store.ts';

const Due = z.object({ dueAt: z.iso.datetime() });

const tools = {
  store: new ReportStore(connect(), tableName()),
  documents: new ReportDocuments(),
  words: reportWords,
};

/** The schedule hands over when it was due, so a late or repeated run sums up the same day. */
export const handler = async (event: unknown) => {
  const { dueAt } = Due.parse(event);
  const at = new Date().toISOString();
  const cause = {
    actor: 'system',
    at,
    correlationId: `daily-summary-${dueAt}`,
    causationId: `daily-summary-${dueAt}`,
  };
  const outcome = await retryOnConflict(() => writeDailySummary(tools, { dueAt, reportId: ulid() }, cause));
  if (!outcome) throw new Error('the day was still being counted; the run comes again');
  return outcome;
};
