import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { isConditionFailure, type TransactItem, transact } from '#shared/store/transactions.ts';
import type { CourseRun, Enrolment } from './domain/course-run.ts';
import { enrolmentKey, runKey, ticketKey } from './keys.ts';

const PAGE = 100;

const toEnrolment = ({
  pk,
  sk,
  gsi1pk,
  gsi1sk,
  outbox,
  outboxId,
  ...item
}: Record<string, unknown>): Enrolment => item as unknown as Enrolment;

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
    return (await this.#get(runKey(runId))) as CourseRun | undefined;
  }

  /** AP2 */
  async findEnrolment(runId: string, personId: string): Promise<Enrolment | undefined> {
    const item = await this.#get(enrolmentKey(runId, personId));
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
      this.#updateRun(
        enrolment.runId,
        'SET taken = taken + :one',
        '#open = :true AND taken < seats AND waiting = :none',
        { ':one': 1, ':true': true, ':none': 0 },
      ),
      this.#putEnrolment(enrolment, outbox),
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
      this.#updateRun(
        enrolment.runId,
        'SET waiting = waiting + :one',
        '#open = :true AND (taken >= seats OR waiting > :none)',
        { ':one': 1, ':true': true, ':none': 0 },
      ),
      this.#putEnrolment(enrolment, outbox),
      {
        Put: {
          TableName: this.#table,
          Item: { ...ticketKey(enrolment.runId, enrolment.ticket), personId: enrolment.personId },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Gives a place in the queue back. */
  async saveLeftQueue(cancelled: Enrolment, ticket: number, outbox: Outbox): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      this.#updateRun(cancelled.runId, 'SET waiting = waiting - :one', 'waiting >= :one', { ':one': 1 }),
      this.#putEnrolment(cancelled, outbox),
      this.#takeTicket(cancelled.runId, ticket),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Frees a seat while nobody waits. */
  async saveFreedSeat(cancelled: Enrolment, outbox: Outbox): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      this.#updateRun(cancelled.runId, 'SET taken = taken - :one', 'taken >= :one AND waiting = :none', {
        ':one': 1,
        ':none': 0,
      }),
      this.#putEnrolment(cancelled, outbox),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Hands the seat on in one write: the run's seats stay taken, the queue is one shorter. */
  async saveHandedOn(
    cancelled: { readonly enrolment: Enrolment; readonly outbox: Outbox },
    promoted: { readonly enrolment: Enrolment; readonly outbox: Outbox; readonly ticket: number },
  ): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      this.#updateRun(cancelled.enrolment.runId, 'SET waiting = waiting - :one', 'waiting >= :one', {
        ':one': 1,
      }),
      this.#putEnrolment(cancelled.enrolment, cancelled.outbox),
      this.#putEnrolment(promoted.enrolment, promoted.outbox),
      this.#takeTicket(promoted.enrolment.runId, promoted.ticket),
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

  async #get(Key: Record<string, string>) {
    return (await this.#db.send(new GetCommand({ TableName: this.#table, Key, ConsistentRead: true }))).Item;
  }

  #putEnrolment(enrolment: Enrolment, outbox: Outbox | undefined): TransactItem {
    return {
      Put: {
        TableName: this.#table,
        Item: {
          ...enrolmentKey(enrolment.runId, enrolment.personId),
          gsi1pk: `PERSON#${enrolment.personId}`,
          gsi1sk: `RUN#${enrolment.runId}`,
          ...enrolment,
          ...outbox,
        },
        ...unchangedSince(enrolment.version - 1),
      },
    };
  }

  #updateRun(
    runId: string,
    update: string,
    condition: string,
    values: Record<string, unknown>,
  ): TransactItem {
    return {
      Update: {
        TableName: this.#table,
        Key: runKey(runId),
        UpdateExpression: update,
        ConditionExpression: condition,
        ...(condition.includes('#open') && { ExpressionAttributeNames: { '#open': 'open' } }),
        ExpressionAttributeValues: values,
      },
    };
  }

  #takeTicket(runId: string, ticket: number): TransactItem {
    return {
      Delete: {
        TableName: this.#table,
        Key: ticketKey(runId, ticket),
        ConditionExpression: 'attribute_exists(pk)',
      },
    };
  }
}

const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': version } };
