import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { putNewer } from '#shared/store/put-newer.ts';
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
  saveMembership(membership: ClassMembership): Promise<'saved' | 'older'> {
    const { classId, personId } = membership;
    return putNewer(this.#db, this.#table, { ...memberKey(classId, personId), ...membership });
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
