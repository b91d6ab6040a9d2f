import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { isConditionFailure, putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import { nameSortKey } from '#shared/text/vietnamese.ts';
import type { Person } from './domain/person.ts';

/**
 * The register. Access patterns:
 * AP1 person by id               PERSON#p / META
 * AP2 owner of a sign-in name    LOGIN#name / META
 * AP3 everybody by given name    gsi1: PEOPLE / sort key #p, fixed when the person is registered
 * AP4 the first administrator    SETUP / FIRST-ADMINISTRATOR, written once in the life of a centre
 */
const personKey = (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'META' });
const loginKey = (loginName: string) => ({ pk: `LOGIN#${loginName}`, sk: 'META' });
const SETUP = { pk: 'SETUP', sk: 'FIRST-ADMINISTRATOR' };
const PAGE = 50;

/** The sign-in name (AP2), then the person (AP1, AP3); both must be new. */
export const putPerson = (table: string, person: Person, outbox: Outbox): TransactItem[] => [
  putNew(table, { ...loginKey(person.loginName), personId: person.personId }),
  putNew(table, {
    ...personKey(person.personId),
    gsi1pk: 'PEOPLE',
    gsi1sk: `${nameSortKey(person.fullName)} #${person.personId}`,
    ...person,
    ...outbox,
  }),
];

export class PeopleStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1 */
  async findPerson(personId: string): Promise<Person | undefined> {
    return (await findItem(this.#db, this.#table, personKey(personId))) as Person | undefined;
  }

  /** AP3, a page of 50. `'invalid-cursor'` when the cursor is not one of this list. */
  async listPeople(cursor?: string): Promise<{ people: Person[]; next?: string } | 'invalid-cursor'> {
    const start = fromCursor(cursor);
    if (cursor && start?.gsi1pk !== 'PEOPLE') return 'invalid-cursor';
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': 'PEOPLE' },
        ExclusiveStartKey: start,
        Limit: PAGE,
      }),
    );
    const next = toCursor(LastEvaluatedKey);
    return { people: Items as Person[], ...(next && { next }) };
  }

  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** Person and sign-in name in one write. */
  async savePerson(
    person: Person,
    outbox: Outbox,
    request: IdempotentRequest,
  ): Promise<'saved' | 'login-name-taken' | 'repeated'> {
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, person.personId),
      ...putPerson(this.#table, person, outbox),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'login-name-taken';
  }

  /** AP4: the person and the mark that there is one. `'exists'` for every later attempt. */
  async saveFirstAdministrator(person: Person, outbox: Outbox): Promise<'saved' | 'exists'> {
    const outcome = await transact(this.#db, [
      putNew(this.#table, { ...SETUP, personId: person.personId }),
      ...putPerson(this.#table, person, outbox),
    ]);
    return outcome.ok ? 'saved' : 'exists';
  }

  /** AP4. `canSignIn` once the password is set; the account alone may follow from the event before that. */
  async firstAdministrator(): Promise<
    { readonly personId: string; readonly canSignIn: boolean } | undefined
  > {
    const setup = await findItem(this.#db, this.#table, SETUP);
    return setup && { personId: setup.personId, canSignIn: setup.canSignIn === true };
  }

  /** AP4: the centre is set up, and the appointment is not made again. */
  async markSetUp(): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: SETUP,
        UpdateExpression: 'SET canSignIn = :true',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':true': true },
      }),
    );
  }

  /** Setting it again changes nothing. */
  async markAccountActive(personId: string): Promise<void> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: personKey(personId),
          UpdateExpression: 'SET account = :active',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':active': 'active' },
        }),
      );
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  }
}
