import type { Outbox } from '#shared/messaging/outbox.ts';
import { putNew, type TransactItem } from '#shared/store/transactions.ts';
import type { Enrolment } from './domain/course-run.ts';
import { enrolmentKey, runKey, ticketKey } from './keys.ts';

const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': version } };

/** The enrolment as it becomes, if it is still at the version before. */
export const putEnrolment = (
  table: string,
  enrolment: Enrolment,
  outbox: Outbox | undefined,
): TransactItem => ({
  Put: {
    TableName: table,
    Item: {
      ...enrolmentKey(enrolment.runId, enrolment.personId),
      gsi1pk: `PERSON#${enrolment.personId}`,
      gsi1sk: `RUN#${enrolment.runId}`,
      ...enrolment,
      ...outbox,
    },
    ...unchangedSince(enrolment.version - 1),
  },
});

/** A change of the run's figures; `open` is a reserved word and stands as `#open` in the condition. */
export const updateRun = (
  table: string,
  runId: string,
  change: {
    readonly update: string;
    readonly condition: string;
    readonly values: Record<string, unknown>;
  },
): TransactItem => ({
  Update: {
    TableName: table,
    Key: runKey(runId),
    UpdateExpression: change.update,
    ConditionExpression: change.condition,
    ...(change.condition.includes('#open') && { ExpressionAttributeNames: { '#open': 'open' } }),
    ExpressionAttributeValues: change.values,
  },
});

/** A place in the queue, which nobody else drew. */
export const putTicket = (table: string, runId: string, ticket: number, personId: string): TransactItem =>
  putNew(table, { ...ticketKey(runId, ticket), personId });

/** Takes a place out of the queue, once. */
export const takeTicket = (table: string, runId: string, ticket: number): TransactItem => ({
  Delete: { TableName: table, Key: ticketKey(runId, ticket), ConditionExpression: 'attribute_exists(pk)' },
});
