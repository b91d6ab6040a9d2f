import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { logger } from '#shared/observability/telemetry.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from '../bank-store.ts';
import { sweepOverdue } from '../commands/sweep-overdue.ts';
import { sweepPlacements } from '../commands/sweep-placements.ts';
import { DiagnosticStore } from '../diagnostic-store.ts';
import { MarkStore } from '../mark-store.ts';
import { PlacementStore } from '../placement-store.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const stores = {
  bank: new BankStore(db, tableName()),
  attempts: new AttemptStore(db, tableName()),
  marks: new MarkStore(db, tableName()),
  diagnostics: new DiagnosticStore(db, tableName()),
  placements: new PlacementStore(db, tableName()),
};

const Due = z.object({ dueAt: z.coerce.date() });

/** Closes what had ended when the run was due; throws after all were tried, so that one broken attempt raises the alarm. */
export const handler = async (input: unknown, context: Context): Promise<void> => {
  const at = Due.parse(input).dueAt.toISOString();
  const cause = {
    actor: 'system',
    at,
    correlationId: context.awsRequestId,
    causationId: context.awsRequestId,
  };
  const attempts = await sweepOverdue(stores, cause);
  const placements = await sweepPlacements(stores, cause);
  const failures = [...attempts.failures, ...placements.failures];
  logger.info('attempts handed in by their deadline', {
    closed: attempts.closed,
    placements: placements.closed,
    failed: failures.length,
  });
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} attempts could not be closed`);
};
