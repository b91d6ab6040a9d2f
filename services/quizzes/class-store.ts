import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { putNewer } from '#shared/store/put-newer.ts';
import type { ClassMembership } from './domain/class-membership.ts';
import { memberKey, teacherOf } from './keys.ts';

/** Who teaches whom, as events told of it: access patterns AP12 and AP13 of keys.ts. */
export class ClassStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP12. `'older'` when a newer event has been taken in already. */
  saveMembership(membership: ClassMembership): Promise<'saved' | 'older'> {
    const { classId, personId, as } = membership;
    const index = as === 'teacher' && { gsi1pk: teacherOf(personId), gsi1sk: memberKey(classId, '').pk };
    return putNewer(this.#db, this.#table, { ...memberKey(classId, personId), ...index, ...membership });
  }

  /** AP12, those who are members now; a class has some dozens. Consistent: who was taken off sees nothing any more. */
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

  /** AP13. An index is behind the table by a moment, so whoever uses this asks `membersOf` again. */
  async classesOfTeacher(personId: string): Promise<string[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': teacherOf(personId) },
      }),
    );
    return (Items as ClassMembership[]).map(({ classId }) => classId);
  }
}
