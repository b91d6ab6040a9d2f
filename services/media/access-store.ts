import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { batchGet } from '#shared/store/batch-get.ts';
import { findItem } from '#shared/store/find-item.ts';
import { putNewer } from '#shared/store/put-newer.ts';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { Publication, Seat } from './domain/access.ts';
import type { TvCode } from './domain/tv-code.ts';
import { publicationKey, seatKey, tvCodeKey } from './keys.ts';

/** Who may watch what, as other services told of it: access patterns AP20 to AP22 of keys.ts. */
export class AccessStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP20, also those given up. Consistent: who has just taken a seat wants to begin. */
  async seatsOf(personId: string, courseId: string): Promise<Seat[]> {
    const { pk, sk } = seatKey(personId, courseId, '');
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :seat)',
        ExpressionAttributeValues: { ':pk': pk, ':seat': sk },
        ConsistentRead: true,
      }),
    );
    return Items as Seat[];
  }

  /** AP20. `'older'` when a newer event of this seat has been taken in already. */
  saveSeat(seat: Seat): Promise<'saved' | 'older'> {
    return putNewer(this.#db, this.#table, { ...seatKey(seat.personId, seat.courseId, seat.runId), ...seat });
  }

  /** AP21 */
  async findPublication(assetId: string): Promise<Publication | undefined> {
    return (await findItem(this.#db, this.#table, publicationKey(assetId))) as Publication | undefined;
  }

  /** AP21, of those that the library has decided about. */
  async findPublications(assetIds: readonly string[]): Promise<Publication[]> {
    return (await batchGet(this.#db, this.#table, assetIds.map(publicationKey))) as unknown as Publication[];
  }

  /** AP21. `'older'` when a later decision of the library has been taken in already. */
  async savePublication(publication: Publication): Promise<'saved' | 'older'> {
    const { assetId, state, access, version, altText } = publication;
    const optional = Object.entries({ access, altText });
    const told = optional.filter(([, value]) => value);
    const untold = optional.filter(([, value]) => !value);
    const sets = ['assetId = :assetId', '#state = :state', '#version = :version'].concat(
      told.map(([name]) => `#${name} = :${name}`),
    );
    const removal = untold.length > 0 ? ` REMOVE ${untold.map(([name]) => `#${name}`).join(', ')}` : '';
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: publicationKey(assetId),
          UpdateExpression: `SET ${sets.join(', ')}${removal}`,
          ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
          ExpressionAttributeNames: {
            ...{ '#state': 'state', '#version': 'version' },
            ...{ '#access': 'access', '#altText': 'altText' },
          },
          ExpressionAttributeValues: {
            ...{ ':assetId': assetId, ':state': state, ':version': version },
            ...Object.fromEntries(told.map(([name, value]) => [`:${name}`, value])),
          },
        }),
      );
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'older';
      throw error;
    }
  }

  /** AP22 */
  async findTvCode(codeDigest: string): Promise<TvCode | undefined> {
    return (await findItem(this.#db, this.#table, tvCodeKey(codeDigest))) as TvCode | undefined;
  }

  /** AP22. The table drops it some time after it ended. */
  saveTvCode(code: TvCode): Promise<'saved' | 'older'> {
    // Not at once: a late event of an earlier opening must still find that it is older.
    const expiresAt = Math.ceil(Date.parse(code.closesAt) / 1000) + 86_400;
    return putNewer(this.#db, this.#table, { ...tvCodeKey(code.codeDigest), ...code, expiresAt });
  }

  /** AP22: what the screens of a code hold, the one drawn first. Undefined when the digits stand for another by now. */
  async saveScreenKey({ codeDigest, version }: TvCode, drawn: string): Promise<string | undefined> {
    try {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: tvCodeKey(codeDigest),
          UpdateExpression: 'SET screenKey = if_not_exists(screenKey, :drawn)',
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':drawn': drawn, ':version': version },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes?.screenKey as string | undefined;
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  }
}
