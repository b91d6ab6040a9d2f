import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from './transactions.ts';

/** How often `who` may be wrong in an hour, which is an instant's first thirteen characters. */
export type Counter = { readonly who: string; readonly hour: string; readonly limit: number };

const counterKey = ({ who, hour }: Counter) => ({ pk: `WRONG-CODES#${who}`, sk: hour });
const secretKey = (hour: string) => ({ pk: 'WRONG-CODES', sk: hour });

/** Expiry of the table, seconds since 1970: two hours from now, when the hour no longer matters. */
const overAt = (at: string): number => Math.ceil(Date.parse(at) / 1000) + 2 * 60 * 60;

/**
 * Codes that were tried, in the table of the service whose codes they are: wrong ones of somebody
 * (`WRONG-CODES#who / hour`), and the secret of an hour under which addresses are counted (`WRONG-CODES / hour`).
 */
export class TryStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /**
   * One more of every counter, one after the other; none when one of them is used up. Taken before a code is looked up
   * and given back for a right one, so that many guesses at one moment count, too.
   */
  async take(counters: readonly Counter[], at: string): Promise<boolean> {
    for (const [index, counter] of counters.entries()) {
      if (await this.#takeOne(counter, at)) continue;
      await this.giveBack(counters.slice(0, index));
      return false;
    }
    return true;
  }

  /** What was taken and not needed. */
  async giveBack(counters: readonly Counter[]): Promise<void> {
    await Promise.all(counters.map((counter) => this.#giveBackOne(counter)));
  }

  /** The first one proposed in an hour is everybody's. */
  async secretOf(at: string, proposed: string): Promise<string> {
    const { Attributes } = await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: secretKey(at.slice(0, 13)),
        UpdateExpression: 'SET secret = if_not_exists(secret, :proposed), expiresAt = :expiresAt',
        ExpressionAttributeValues: { ':proposed': proposed, ':expiresAt': overAt(at) },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return String(Attributes?.secret);
  }

  async #takeOne(counter: Counter, at: string): Promise<boolean> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: counterKey(counter),
          UpdateExpression: 'ADD wrong :one SET expiresAt = :expiresAt',
          ConditionExpression: 'attribute_not_exists(wrong) OR wrong < :limit',
          ExpressionAttributeValues: { ':one': 1, ':expiresAt': overAt(at), ':limit': counter.limit },
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }

  async #giveBackOne(counter: Counter): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: counterKey(counter),
        UpdateExpression: 'ADD wrong :less',
        ExpressionAttributeValues: { ':less': -1 },
      }),
    );
  }
}
