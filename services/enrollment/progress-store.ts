import { type DynamoDBDocumentClient, PutCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { batchGet } from '#shared/store/batch-get.ts';
import { findItem } from '#shared/store/find-item.ts';
import { queryAll } from '#shared/store/query.ts';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { ClassMembership } from './domain/class-membership.ts';
import type { Learning } from './domain/learning.ts';

/**
 * What events told of classes and of learning. Access patterns:
 * AP12 place of a person in a class    CLASS#c / MEMBER#p, written only
 * AP13 members of a class              CLASS#c / MEMBER#…
 * AP14 learners of all classes         gsi1: CLASS-LEARNERS / CLASS#c#MEMBER#p
 * AP15 classes of a teacher            gsi1: CLASS-TEACHER#p / CLASS#c
 * AP16 what people have learned        PERSON#p / LEARNING (one, or a batch)
 * A DynamoDB item holds 400 KB: more than 1,500 attempts of one person, of some 200 bytes each.
 */
const memberKey = (classId: string, personId: string) => ({
  pk: `CLASS#${classId}`,
  sk: `MEMBER#${personId}`,
});
const learningKey = (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'LEARNING' });

const indexed = ({ classId, personId, as }: ClassMembership) => {
  if (as === 'learner') return { gsi1pk: 'CLASS-LEARNERS', gsi1sk: `CLASS#${classId}#MEMBER#${personId}` };
  return as && { gsi1pk: `CLASS-TEACHER#${personId}`, gsi1sk: `CLASS#${classId}` };
};

/** An index is behind the table by a moment: what decides who may look is read from the table (AP13). */
const onIndex = (partition: string) => ({
  IndexName: 'gsi1',
  KeyConditionExpression: 'gsi1pk = :pk',
  ExpressionAttributeValues: { ':pk': partition },
});

export class ProgressStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP12, unless a newer event has been taken in already. */
  async saveMembership(membership: ClassMembership): Promise<'saved' | 'older'> {
    const { classId, personId, version } = membership;
    const written = await this.#put(
      { ...memberKey(classId, personId), ...indexed(membership), ...membership },
      'attribute_not_exists(pk) OR version < :version',
      { ':version': version },
    );
    return written ? 'saved' : 'older';
  }

  /** AP13, those who are members now. Consistent: who was taken off a class sees it no longer. */
  async membersOf(classId: string): Promise<ClassMembership[]> {
    const items = await this.#query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :member)',
      ExpressionAttributeValues: { ':pk': `CLASS#${classId}`, ':member': 'MEMBER#' },
      ConsistentRead: true,
    });
    return items.filter((member) => member.as !== undefined);
  }

  /** AP14 */
  learnersOfAllClasses(): Promise<ClassMembership[]> {
    return this.#query(onIndex('CLASS-LEARNERS'));
  }

  /** AP15 */
  async classesOfTeacher(personId: string): Promise<string[]> {
    const items = await this.#query(onIndex(`CLASS-TEACHER#${personId}`));
    return items.map(({ classId }) => classId);
  }

  /** AP16, one. */
  async findLearning(personId: string): Promise<Learning | undefined> {
    return (await findItem(this.#db, this.#table, learningKey(personId))) as Learning | undefined;
  }

  /** AP16, of those of whom something is known, in no particular order. */
  async learningOf(personIds: readonly string[]): Promise<Learning[]> {
    return (await batchGet(this.#db, this.#table, personIds.map(learningKey))) as Learning[];
  }

  /** AP16, if it is still at the version that was read. */
  async saveLearning(learning: Learning): Promise<'saved' | 'conflict'> {
    const item = { ...learningKey(learning.personId), ...learning };
    const was = learning.version - 1;
    const written =
      was === 0
        ? await this.#put(item, 'attribute_not_exists(pk)')
        : await this.#put(item, 'version = :was', { ':was': was });
    return written ? 'saved' : 'conflict';
  }

  /** False when the condition did not hold. */
  async #put(Item: Record<string, unknown>, condition: string, values?: Record<string, number>) {
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }

  /** All pages: a centre has thousands of memberships at most, some 100 bytes each. */
  async #query(asked: Omit<QueryCommandInput, 'TableName'>): Promise<ClassMembership[]> {
    return (await queryAll(this.#db, { ...asked, TableName: this.#table })) as ClassMembership[];
  }
}
