import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { findItem } from '#shared/store/find-item.ts';
import { isConditionFailure, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import type { CourseRun, Enrolment } from './domain/course-run.ts';
import { enrolmentKey, runKey, ticketKey } from './keys.ts';
import { putEnrolment, putTicket, takeTicket, updateRun } from './seat-writes.ts';

const PAGE = 100;
const ONE_LESS_WAITING = {
  update: 'SET waiting = waiting - :one',
  condition: 'waiting >= :one',
  values: { ':one': 1 },
} as const;

const toEnrolment = (item: Record<string, unknown>): Enrolment => withoutKeys(item) as unknown as Enrolment;

/** Seats, queue and enrolments; access patterns AP1 to AP5 of keys.ts. */
export class EnrolmentStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1 */
  async findRun(runId: string): Promise<CourseRun | undefined> {
    return (await findItem(this.#db, this.#table, runKey(runId))) as CourseRun | undefined;
  }

  /** AP2 */
  async findEnrolment(runId: string, personId: string): Promise<Enrolment | undefined> {
    const item = await findItem(this.#db, this.#table, enrolmentKey(runId, personId));
    return item && toEnrolment(item);
  }

  /** AP3. Consistent, so the first in the queue is first at this instant. */
  async firstWaiting(runId: string): Promise<Enrolment | undefined> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :wait)',
        ExpressionAttributeValues: { ':pk': `RUN#${runId}`, ':wait': 'WAIT#' },
        ConsistentRead: true,
        Limit: 1,
      }),
    );
    const personId = Items[0]?.personId as string | undefined;
    return personId ? this.findEnrolment(runId, personId) : undefined;
  }

  /** AP3, counted: how many drew an earlier ticket and still wait, plus one. */
  async queuePosition(runId: string, ticket: number): Promise<number> {
    const { Count = 0 } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :mine',
        ExpressionAttributeValues: {
          ':pk': `RUN#${runId}`,
          ':first': 'WAIT#',
          ':mine': ticketKey(runId, ticket).sk,
        },
        ConsistentRead: true,
        Select: 'COUNT',
      }),
    );
    return Math.max(Count, 1);
  }

  /** AP4, a page of 100. `'invalid-cursor'` when the cursor is not one of this list. */
  async listRunEnrolments(runId: string, cursor?: string) {
    const start = fromCursor(cursor);
    if (cursor && start?.pk !== `RUN#${runId}`) return 'invalid-cursor' as const;
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :person)',
        ExpressionAttributeValues: { ':pk': `RUN#${runId}`, ':person': 'PERSON#' },
        ExclusiveStartKey: start,
        Limit: PAGE,
      }),
    );
    return { enrolments: Items.map(toEnrolment), next: toCursor(LastEvaluatedKey) };
  }

  /** AP5 */
  async enrolmentsOf(personId: string): Promise<Enrolment[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk AND begins_with(gsi1sk, :run)',
        ExpressionAttributeValues: { ':pk': `PERSON#${personId}`, ':run': 'RUN#' },
      }),
    );
    return Items.map(toEnrolment);
  }

  /** Takes a seat with its enrolment, or nothing: `'conflict'` when the last seat or the enrolment was taken meanwhile. */
  async saveConfirmed(enrolment: Enrolment, outbox: Outbox): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      updateRun(this.#table, enrolment.runId, {
        update: 'SET taken = taken + :one',
        condition: '#open = :true AND taken < seats AND waiting = :none',
        values: { ':one': 1, ':true': true, ':none': 0 },
      }),
      putEnrolment(this.#table, enrolment, outbox),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** AP1: the next number of the run's queue. */
  async drawTicket(runId: string): Promise<number> {
    const { Attributes } = await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: runKey(runId),
        UpdateExpression: 'SET nextTicket = nextTicket + :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_OLD',
      }),
    );
    return Attributes?.nextTicket as number;
  }

  /** Queues with a ticket, while the run is full. */
  async saveWaitlisted(
    enrolment: Enrolment & { readonly ticket: number },
    outbox: Outbox,
  ): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      updateRun(this.#table, enrolment.runId, {
        update: 'SET waiting = waiting + :one',
        condition: '#open = :true AND (taken >= seats OR waiting > :none)',
        values: { ':one': 1, ':true': true, ':none': 0 },
      }),
      putEnrolment(this.#table, enrolment, outbox),
      putTicket(this.#table, enrolment.runId, enrolment.ticket, enrolment.personId),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Gives a place in the queue back. */
  async saveLeftQueue(cancelled: Enrolment, ticket: number, outbox: Outbox): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      updateRun(this.#table, cancelled.runId, ONE_LESS_WAITING),
      putEnrolment(this.#table, cancelled, outbox),
      takeTicket(this.#table, cancelled.runId, ticket),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Frees a seat while nobody waits. */
  async saveFreedSeat(cancelled: Enrolment, outbox: Outbox): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      updateRun(this.#table, cancelled.runId, {
        update: 'SET taken = taken - :one',
        condition: 'taken >= :one AND waiting = :none',
        values: { ':one': 1, ':none': 0 },
      }),
      putEnrolment(this.#table, cancelled, outbox),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Hands the seat on in one write: the run's seats stay taken, the queue is one shorter. */
  async saveHandedOn(
    cancelled: { readonly enrolment: Enrolment; readonly outbox: Outbox },
    promoted: { readonly enrolment: Enrolment; readonly outbox: Outbox; readonly ticket: number },
  ): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      updateRun(this.#table, cancelled.enrolment.runId, ONE_LESS_WAITING),
      putEnrolment(this.#table, cancelled.enrolment, cancelled.outbox),
      putEnrolment(this.#table, promoted.enrolment, promoted.outbox),
      takeTicket(this.#table, promoted.enrolment.runId, promoted.ticket),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Completion or a better result, if the enrolment is still at the version that was read. */
  async saveResult(enrolment: Enrolment, outbox: Outbox | undefined): Promise<'saved' | 'conflict'> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: enrolmentKey(enrolment.runId, enrolment.personId),
          UpdateExpression:
            'SET #status = :status, version = :next, resultHundredths = :result, completedAt = :at' +
            (outbox ? ', outbox = :outbox, outboxId = :outboxId' : ''),
          ConditionExpression: 'version = :was',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ':status': enrolment.status,
            ':next': enrolment.version,
            ':was': enrolment.version - 1,
            ':result': enrolment.resultHundredths,
            ':at': enrolment.completedAt,
            ...(outbox && { ':outbox': outbox.outbox, ':outboxId': outbox.outboxId }),
          },
        }),
      );
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'conflict';
      throw error;
    }
  }
}
