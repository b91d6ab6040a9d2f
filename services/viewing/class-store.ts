import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { ClassMembership } from './domain/class-membership.ts';
import { memberKey } from './keys.ts';

/** Who belongs to which class, as events told of it: access pattern AP5 of keys.ts. */
export class ClassStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** `'older'` when a newer event has been taken in already. */
  async saveMembership(membership: ClassMembership): Promise<'saved' | 'older'> {
    const { classId, personId, version } = membership;
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...memberKey(classId, personId), ...membership },
          ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
          ExpressionAttributeValues: { ':version': version },
        }),
      );
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'older';
      throw error;
    }
  }

  /** Those who are members now; a class has some dozens. Consistent: who was taken off sees nothing any more. */
  async membersOf(classId: string): Promise<ClassMembership[]> {
    const { pk, sk } = memberKey(classId, '');
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :member)',
        ExpressionAttributeValues: { ':pk': pk, ':member': sk },
        ConsistentRead: true,
      }),
    );
    return (Items as ClassMembership[]).filter(({ as }) => as !== undefined);
  }
}
