import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { Counter } from './domain/wrong-codes.ts';

/**
 * Trying codes. Access patterns:
 * AP12 wrong codes of somebody       WRONG-CODES#who / hour
 * AP14 the secret of an hour          WRONG-CODES / hour, under which addresses are counted
 */
const counterKey = ({ who, hour }: Counter) => ({ pk: `WRONG-CODES#${who}`, sk: hour });
const secretKey = (hour: string) => ({ pk: 'WRONG-CODES', sk: hour });

/** Expiry of the table, seconds since 1970: two hours from now, when the hour no longer matters. */
const overAt = (at: string): number => Math.ceil(Date.parse(at) / 1000) + 2 * 60 * 60;

export class TryStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP12: one more, unless the limit is reached. */
  async take(counter: Counter, at: string): Promise<boolean> {
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

  /** AP12: one that was taken and not needed. */
  async giveBack(counter: Counter): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: counterKey(counter),
        UpdateExpression: 'ADD wrong :less',
        ExpressionAttributeValues: { ':less': -1 },
      }),
    );
  }

  /** AP14: the first one proposed in an hour is everybody's. */
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
}
