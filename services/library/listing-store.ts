import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { findItem } from '#shared/store/find-item.ts';
import type { Collection } from './domain/collections.ts';
import { countsKey, listedKey } from './keys.ts';
import type { ListedCard } from './listing-changes.ts';

const PAGE = 24;
/** So many are looked through for one page, in this many turns: a rare combination goes on with the next page. */
const LOOKED_AT = 200;
const TURNS = 4;

export type Narrowing = {
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
  readonly audience?: string | undefined;
};

/** What is listed; access patterns AP6 and AP7 of keys.ts. */
export class ListingStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP6, read consistently: what was withdrawn is gone. A page may be short, and empty, with more to come. */
  async list(
    collection: Collection,
    narrowing: Narrowing,
    cursor: string | undefined,
  ): Promise<{ readonly cards: readonly ListedCard[]; readonly next?: string } | 'invalid-cursor'> {
    const { pk } = listedKey(collection, '', '');
    const from = fromCursor(cursor);
    if (cursor && (from?.of !== pk || typeof from?.after !== 'string')) return 'invalid-cursor';
    const cards: ListedCard[] = [];
    let after = from?.after as string | undefined;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const { Items = [], LastEvaluatedKey } = await this.#query(pk, after, narrowing);
      const room = PAGE - cards.length;
      cards.push(...(Items.slice(0, room) as unknown as ListedCard[]));
      after =
        Items.length > room ? String(Items[room - 1]?.sk) : (LastEvaluatedKey?.sk as string | undefined);
      if (after === undefined || cards.length === PAGE) break;
    }
    const next = after && toCursor({ of: pk, after });
    return { cards, ...(next && { next }) };
  }

  /** AP7: how many stand in each collection. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const { pk: _pk, sk: _sk, ...counts } = (await findItem(this.#db, this.#table, countsKey)) ?? {};
    return counts as Record<string, number>;
  }

  #query(pk: string, after: string | undefined, { kind, language, audience }: Narrowing) {
    const wanted = [
      ...(kind ? [['#kind = :kind', '#kind', 'kind', kind] as const] : []),
      ...(language ? [['#language = :language', '#language', 'language', language] as const] : []),
      ...(audience
        ? [
            // What is for nobody in particular is for everybody.
            [
              '(contains(#audiences, :audiences) OR size(#audiences) = :none)',
              '#audiences',
              'audiences',
              audience,
            ] as const,
          ]
        : []),
    ];
    return this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: {
          ':pk': pk,
          ...Object.fromEntries(wanted.map(([, , name, value]) => [`:${name}`, value])),
          ...(audience && { ':none': 0 }),
        },
        ...(wanted.length > 0 && {
          FilterExpression: wanted.map(([expression]) => expression).join(' AND '),
          ExpressionAttributeNames: Object.fromEntries(
            wanted.map(([, name, attribute]) => [name, attribute]),
          ),
        }),
        ...(after && { ExclusiveStartKey: { pk, sk: after } }),
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: LOOKED_AT,
      }),
    );
  }
}
