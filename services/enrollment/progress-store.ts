import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { batchGet } from '#shared/store/batch-get.ts';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { ClassMembership } from './domain/class-membership.ts';
import type { Learning } from './domain/learning.ts';

/**
 * What events told of classes and of learning. Access patterns:
 * AP12 place of a person in a class    CLASS#c / MEMBER#p
 * AP13 members of a class              CLASS#c / MEMBER#…
 * AP14 learners of all classes         gsi1: CLASS-LEARNERS / CLASS#c#MEMBER#p
 * AP15 classes of a teacher            gsi1: CLASS-TEACHER#p / CLASS#c
 * AP16 what people have learned        PERSON#p / LEARNING (one, or a batch)
 * A DynamoDB item holds 400 KB: about 1,500 attempts of one person.
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

  /** AP12. Consistent: who was taken off a class sees it no longer. */
  async findMembership(classId: string, personId: string): Promise<ClassMembership | undefined> {
    return (await this.#get(memberKey(classId, personId))) as ClassMembership | undefined;
  }

  /** AP13, those who are members now. */
  async membersOf(classId: string): Promise<ClassMembership[]> {
    const items = await this.#query('pk = :pk AND begins_with(sk, :member)', {
      ':pk': `CLASS#${classId}`,
      ':member': 'MEMBER#',
    });
    return items.filter((member) => member.as !== undefined);
  }

  /** AP14 */
  learnersOfAllClasses(): Promise<ClassMembership[]> {
    return this.#query('gsi1pk = :pk', { ':pk': 'CLASS-LEARNERS' }, 'gsi1');
  }

  /** AP15 */
  async classesOfTeacher(personId: string): Promise<string[]> {
    const items = await this.#query('gsi1pk = :pk', { ':pk': `CLASS-TEACHER#${personId}` }, 'gsi1');
    return items.map(({ classId }) => classId);
  }

  /** AP16, one. */
  async findLearning(personId: string): Promise<Learning | undefined> {
    return (await this.#get(learningKey(personId))) as Learning | undefined;
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

  async #get(Key: Record<string, string>) {
    return (await this.#db.send(new GetCommand({ TableName: this.#table, Key, ConsistentRead: true }))).Item;
  }

  /** All pages: a centre has thousands of memberships at most, some 100 bytes each. */
  async #query(
    condition: string,
    values: Record<string, string>,
    index?: string,
  ): Promise<ClassMembership[]> {
    const found: ClassMembership[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await this.#db.send(
        new QueryCommand({
          TableName: this.#table,
          ...(index && { IndexName: index }),
          KeyConditionExpression: condition,
          ExpressionAttributeValues: values,
          ExclusiveStartKey: start,
        }),
      );
      found.push(...(Items as ClassMembership[]));
      start = LastEvaluatedKey;
    } while (start);
    return found;
  }
}
