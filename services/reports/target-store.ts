import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { Target } from './domain/targets.ts';

/**
 * Targets of the director. Access patterns:
 * AP8 targets of a school year    TARGETS#year / TARGET#code
 */
const keyOf = (schoolYear: string, code: string) => ({
  pk: `TARGETS#${schoolYear}`,
  sk: `TARGET#${code}`,
});

type StoredTarget = Target & { readonly setBy: string };

export class TargetStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP8 */
  async targetsOf(schoolYear: string): Promise<StoredTarget[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keyOf(schoolYear, '').pk },
        ConsistentRead: true,
      }),
    );
    return Items as StoredTarget[];
  }

  /** AP8: takes the place of the version before it, and of no other. */
  async save(schoolYear: string, target: Target, setBy: string): Promise<'saved' | 'changed'> {
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...keyOf(schoolYear, target.code), ...target, setBy },
          ConditionExpression: target.version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
          ...(target.version > 1 && {
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': target.version - 1 },
          }),
        }),
      );
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'changed';
      throw error;
    }
  }
}
