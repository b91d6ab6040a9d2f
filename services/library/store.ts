import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { queryAll } from '#shared/store/query.ts';
import { putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import { catalogueChange } from './catalogue-store.ts';
import type { Decision } from './domain/appraisal.ts';
import { fileListedAnew, isWaiting, type Material } from './domain/material.ts';
import { whileThere } from './file-store.ts';
import { decisionKey, makerKey, materialKey, waitingKey } from './keys.ts';
import { listingChanges } from './listing-changes.ts';

const PAGE = 30;
type Item = Record<string, unknown>;

/** What is written together with a change of a material. */
export type Along = {
  readonly outbox?: Outbox | undefined;
  readonly decision?: Decision;
  /** Another material that changes with it: as it was read, and as it is to be. */
  readonly other?: { readonly was: Material; readonly next: Material };
};

export type DeskPage = { readonly materials: readonly Material[]; readonly next?: string };

const toItem = (material: Material, outbox?: Outbox): Item => ({
  ...materialKey(material.materialId),
  ...makerKey(material.createdBy, material.materialId),
  ...material,
  ...outbox,
});

const toMaterial = (item: Item): Material => withoutKeys(item) as unknown as Material;

/** Materials and what was decided about them: access patterns AP1 to AP5 of keys.ts, and the lists that follow from them. */
export class MaterialStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1 */
  async find(materialId: string): Promise<Material | undefined> {
    const item = await findItem(this.#db, this.#table, materialKey(materialId));
    return item && toMaterial(item);
  }

  /** AP2, or AP3 with a maker. */
  async list(options: {
    readonly maker?: string | undefined;
    readonly cursor?: string | undefined;
  }): Promise<DeskPage | 'invalid-cursor'> {
    const { maker, cursor } = options;
    const of = maker ? makerKey(maker, '').gsi1pk : materialKey('').pk;
    const after = startAfter(cursor, of);
    if (after === 'invalid-cursor') return after;
    const page = await this.#page(of, {
      ...(maker && { IndexName: 'gsi1' }),
      ...(after && { ExclusiveStartKey: { ...materialKey(after), ...(maker && makerKey(maker, after)) } }),
      ScanIndexForward: false,
    });
    const materials = page.items.map(toMaterial);
    return withCursor(materials, page.more ? materials.at(-1)?.materialId : undefined, of);
  }

  /** AP4 */
  async listWaiting(cursor: string | undefined): Promise<DeskPage | 'invalid-cursor'> {
    const of = waitingKey('', '').pk;
    const after = startAfter(cursor, of);
    if (after === 'invalid-cursor') return after;
    const { items, more } = await this.#page(of, {
      ...(after && { ExclusiveStartKey: { pk: of, sk: after } }),
    });
    const keys = items.map(({ materialId }) => materialKey(String(materialId)));
    const found = new Map(
      (await batchGet(this.#db, this.#table, keys)).map(toMaterial).map((one) => [one.materialId, one]),
    );
    const waiting = items.flatMap(({ materialId }) => found.get(String(materialId)) ?? []).filter(isWaiting);
    return withCursor(waiting, more ? String(items.at(-1)?.sk) : undefined, of);
  }

  /** AP5, oldest first. */
  async decisionsOn(materialId: string): Promise<Decision[]> {
    const items = await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :decision)',
      ExpressionAttributeValues: { ':pk': decisionKey(materialId, 0).pk, ':decision': 'DECISION#' },
      ConsistentRead: true,
    });
    return items as unknown as Decision[];
  }

  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** A material that there was not; `'exists'` when there is, or when the same request made one before. */
  async saveNew(
    material: Material,
    outbox: Outbox | undefined,
    request?: IdempotentRequest,
  ): Promise<'saved' | 'exists'> {
    const outcome = await transact(this.#db, [
      putNew(this.#table, toItem(material, outbox)),
      ...this.#waiting(undefined, material),
      ...(request ? [claimIdempotencyKey(this.#table, request, material.materialId)] : []),
    ]);
    return outcome.ok ? 'saved' : 'exists';
  }

  /** A change with all that follows from it, in one write, if the material is still as it was read and its file is there. */
  async save(was: Material, next: Material, along: Along = {}): Promise<'saved' | 'conflict'> {
    const { outbox, decision, other } = along;
    const file = fileListedAnew(was, next);
    const outcome = await transact(this.#db, [
      this.#replace(was, next, outbox),
      ...(other ? [this.#replace(other.was, other.next)] : []),
      ...(file ? [whileThere(this.#table, file)] : []),
      ...this.#waiting(was, next),
      ...listingChanges(this.#table, was, next),
      ...catalogueChange(this.#table, was, next),
      ...(decision
        ? [putNew(this.#table, { ...decisionKey(next.materialId, next.revision), ...decision })]
        : []),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  #replace(was: Material, next: Material, outbox?: Outbox): TransactItem {
    return {
      Put: {
        TableName: this.#table,
        Item: toItem(next, outbox),
        ConditionExpression: 'revision = :was',
        ExpressionAttributeValues: { ':was': was.revision },
      },
    };
  }

  /** AP4 as it is to be after a change. */
  #waiting(was: Material | undefined, next: Material): TransactItem[] {
    const TableName = this.#table;
    const [before, after] = [was, next].map((one) =>
      one && isWaiting(one) ? one.draft?.submittedAt : undefined,
    );
    if (before === after) return [];
    const { materialId } = next;
    return [
      ...(before ? [{ Delete: { TableName, Key: waitingKey(before, materialId) } }] : []),
      ...(after ? [putNew(TableName, { ...waitingKey(after, materialId), materialId })] : []),
    ];
  }

  async #page(value: string, more: Partial<QueryCommandInput>) {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: '#key = :key',
        ExpressionAttributeNames: { '#key': more.IndexName ? 'gsi1pk' : 'pk' },
        ExpressionAttributeValues: { ':key': value },
        Limit: PAGE,
        ...more,
      }),
    );
    return { items: Items, more: LastEvaluatedKey !== undefined };
  }
}

/** Where a page begins. The store's own key would tell a reader how the table is built. */
function startAfter(cursor: string | undefined, of: string): string | undefined | 'invalid-cursor' {
  if (!cursor) return undefined;
  const { of: named, after } = fromCursor(cursor) ?? {};
  return named === of && typeof after === 'string' ? after : 'invalid-cursor';
}

const withCursor = (materials: readonly Material[], after: string | undefined, of: string): DeskPage => {
  const next = after && toCursor({ of, after });
  return { materials, ...(next && { next }) };
};
