import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { findItem } from '#shared/store/find-item.ts';
import { queryPages } from '#shared/store/query.ts';
import { putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import {
  type FinishedPlacement,
  lastAnswerAt,
  type Placement,
  type PlacementRecord,
  type PlacementState,
} from './domain/diagnostic/placement.ts';
import { placedBy, placementDueAt, placementKey, placementRecordKey, placementsKey } from './keys.ts';

/** Where a placement lies. */
export type PlacementRef = { readonly personId: string; readonly placementId: string };

/** As many finished placements say enough of a question; those of years ago, little. */
const FOR_CALIBRATION = 1000;
/** A person takes a handful in years. */
const RECENT = 20;

/** Placements: access patterns AP26 to AP29 and AP35 of keys.ts. */
export class PlacementStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP26: ids of a person's placements, oldest first. */
  async placementIdsOf(personId: string): Promise<readonly string[]> {
    const found = await findItem(this.#db, this.#table, placementsKey(personId));
    return (found?.placementIds ?? []) as string[];
  }

  /** AP27 */
  async findPlacement({ personId, placementId }: PlacementRef): Promise<Placement | undefined> {
    const item = await findItem(this.#db, this.#table, placementKey(personId, placementId));
    return item && toPlacement(item);
  }

  /** AP27 and AP28. The record is read after the placement, whose `answered` tells whether the two belong together. */
  async findState(ref: PlacementRef): Promise<PlacementState | 'changing' | undefined> {
    const placement = await this.findPlacement(ref);
    if (!placement) return undefined;
    const found = await findItem(this.#db, this.#table, placementRecordKey(ref.placementId));
    if (!found) throw new Error(`placement ${ref.placementId} has no record`);
    const record = found.record as PlacementRecord;
    return record.steps.length === placement.answered ? { placement, record } : 'changing';
  }

  /** AP27, the latest, newest first. */
  async placementsOf(personId: string): Promise<Placement[]> {
    const { pk, sk } = placementKey(personId, '');
    const found = await this.#query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': sk },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: RECENT,
    });
    return found.map(toPlacement);
  }

  /** AP29, pages of placements that ended before an instant; from the index, so each is read again before it is closed. */
  async *endedBefore(at: string): AsyncGenerator<readonly PlacementRef[]> {
    const pages = queryPages(this.#db, {
      TableName: this.#table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :due AND gsi1sk < :at',
      ExpressionAttributeValues: { ':due': placementDueAt('', '').gsi1pk, ':at': at },
    });
    for await (const page of pages) yield page as PlacementRef[];
  }

  /** AP35, then AP28: what was asked in the latest finished placements of a diagnostic, and how it was answered. */
  async finishedRecords(diagnosticId: string): Promise<PlacementRecord[]> {
    const finished = await this.#query({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': placedBy(diagnosticId) },
      ScanIndexForward: false,
      Limit: FOR_CALIBRATION,
    });
    const keys = finished.map(({ placementId }) => placementRecordKey(String(placementId)));
    return (await batchGet(this.#db, this.#table, keys)).map(({ record }) => record as PlacementRecord);
  }

  /** Starts a placement with its first question, if the person has as many as were read: so at most one is open. */
  async saveOpening(
    { placement, record }: PlacementState,
    earlier: readonly string[],
  ): Promise<'saved' | 'conflict'> {
    const { personId, placementId } = placement;
    const outcome = await transact(this.#db, [
      {
        Update: {
          TableName: this.#table,
          Key: placementsKey(personId),
          UpdateExpression: 'SET placementIds = :ids',
          ConditionExpression:
            earlier.length === 0 ? 'attribute_not_exists(placementIds)' : 'size(placementIds) = :earlier',
          ExpressionAttributeValues: {
            ':ids': [...earlier, placementId],
            ...(earlier.length > 0 && { ':earlier': earlier.length }),
          },
        },
      },
      putNew(this.#table, {
        ...placementKey(personId, placementId),
        ...placementDueAt(lastAnswerAt(placement), placementId),
        ...placement,
      }),
      putNew(this.#table, { ...placementRecordKey(placementId), record }),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** The answer and the question that follows from it, in one write, if `was` questions were answered until then. */
  saveNext({ placement, record }: PlacementState, was: number): Promise<'saved' | 'conflict'> {
    const { placementId } = placement;
    const due = placementDueAt(lastAnswerAt(placement), placementId);
    return this.#replace({ ...due, ...placement }, placement, record, was);
  }

  /** The end of a placement, with its levels and the event that tells of them, in one write. */
  saveFinished(
    placement: FinishedPlacement,
    record: PlacementRecord,
    was: number,
    outbox: Outbox,
  ): Promise<'saved' | 'conflict'> {
    const index = { gsi1pk: placedBy(placement.diagnosticId), gsi1sk: placement.placementId };
    return this.#replace({ ...placement, ...index, ...outbox }, placement, record, was);
  }

  async #replace(
    item: Readonly<Record<string, unknown>>,
    { personId, placementId }: PlacementRef,
    record: PlacementRecord,
    was: number,
  ): Promise<'saved' | 'conflict'> {
    const put = (Item: Readonly<Record<string, unknown>>): TransactItem => ({
      Put: { TableName: this.#table, Item },
    });
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...placementKey(personId, placementId), ...item },
          ConditionExpression: '#status = :open AND answered = :was',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':open': 'open', ':was': was },
        },
      },
      put({ ...placementRecordKey(placementId), record }),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  async #query(asked: Omit<ConstructorParameters<typeof QueryCommand>[0], 'TableName'>) {
    const { Items = [] } = await this.#db.send(new QueryCommand({ TableName: this.#table, ...asked }));
    return Items;
  }
}

/** A placement without what only the table knows. */
const toPlacement = (item: Record<string, unknown>): Placement => withoutKeys(item) as unknown as Placement;
