import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import type { Person } from './domain/person.ts';
import type { Membership, SchoolClass } from './domain/school-class.ts';

/**
 * Classes and who belongs to them. Access patterns:
 * AP5 class by id                CLASS#c / META
 * AP6 all classes                gsi1: CLASSES / code
 * AP7 members of a class         CLASS#c / MEMBER#p
 * AP8 classes of a person        gsi1: MEMBER#p / CLASS#c
 * AP9 people by id, many         PERSON#p / META (batch)
 */
const classKey = (classId: string) => ({ pk: `CLASS#${classId}`, sk: 'META' });
const memberKey = (classId: string, personId: string) => ({
  pk: `CLASS#${classId}`,
  sk: `MEMBER#${personId}`,
});

/** AP7 and AP8, if the membership is still at the version that was read. */
export function putMembership(table: string, membership: Membership, outbox: Outbox): TransactItem {
  const { classId, personId, version } = membership;
  const was = version - 1;
  return {
    Put: {
      TableName: table,
      Item: {
        ...memberKey(classId, personId),
        gsi1pk: `MEMBER#${personId}`,
        gsi1sk: `CLASS#${classId}`,
        ...membership,
        ...outbox,
      },
      ...(was === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': was } }),
    },
  };
}

export type ClassItem = Omit<SchoolClass, 'teacherIds' | 'learnerCount'>;

export class ClassStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP5 */
  async findClass(classId: string): Promise<ClassItem | undefined> {
    return (await findItem(this.#db, this.#table, classKey(classId))) as ClassItem | undefined;
  }

  /** AP6 */
  async listClasses(): Promise<ClassItem[]> {
    return (await this.#query('gsi1pk = :pk', 'CLASSES', 'gsi1')) as ClassItem[];
  }

  /** AP7, active members only. */
  async membersOf(classId: string): Promise<Membership[]> {
    const items = (await this.#query(
      'pk = :pk AND begins_with(sk, :member)',
      `CLASS#${classId}`,
    )) as Membership[];
    return items.filter((member) => member.active);
  }

  /** AP7, one. */
  async findMembership(classId: string, personId: string): Promise<Membership | undefined> {
    return (await findItem(this.#db, this.#table, memberKey(classId, personId))) as Membership | undefined;
  }

  /** AP8, active memberships only. */
  async membershipsOf(personId: string): Promise<Membership[]> {
    const items = (await this.#query('gsi1pk = :pk', `MEMBER#${personId}`, 'gsi1')) as Membership[];
    return items.filter((member) => member.active);
  }

  /** AP9, in no particular order. */
  async findPeople(personIds: readonly string[]): Promise<Person[]> {
    const keys = personIds.map((personId) => ({ pk: `PERSON#${personId}`, sk: 'META' }));
    return (await batchGet(this.#db, this.#table, keys)) as Person[];
  }

  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  async saveClass(
    made: ClassItem,
    request: IdempotentRequest,
  ): Promise<'saved' | 'class-code-taken' | 'repeated'> {
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, made.classId),
      putNew(this.#table, { pk: `CLASS-CODE#${made.code}`, sk: 'META', classId: made.classId }),
      putNew(this.#table, { ...classKey(made.classId), gsi1pk: 'CLASSES', gsi1sk: made.code, ...made }),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'class-code-taken';
  }

  async saveMembership(membership: Membership, outbox: Outbox): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [putMembership(this.#table, membership, outbox)]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  async #query(condition: string, pk: string, index?: string) {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        ...(index && { IndexName: index }),
        KeyConditionExpression: condition,
        ExpressionAttributeValues: {
          ':pk': pk,
          ...(condition.includes(':member') && { ':member': 'MEMBER#' }),
        },
      }),
    );
    return Items;
  }
}
