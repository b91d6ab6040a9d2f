import { DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { isConditionFailure, putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import { putMembership } from './class-store.ts';
import type { JoinCode } from './domain/join-code.ts';
import type { Person } from './domain/person.ts';
import type { Membership } from './domain/school-class.ts';
import { putPerson } from './store.ts';

/**
 * Coming into a class by a code. Access patterns:
 * AP10 join code by its digits        JOIN-CODE#code / META
 * AP11 join code of a class           CLASS#c / JOIN-CODE, names the code
 * AP13 claim of a newcomer's page     PERSON#p / CLAIM
 */
const codeKey = (code: string) => ({ pk: `JOIN-CODE#${code}`, sk: 'META' });
const classCodeKey = (classId: string) => ({ pk: `CLASS#${classId}`, sk: 'JOIN-CODE' });
const claimKey = (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'CLAIM' });

/** Expiry of the table (seconds since 1970) for something that is over at an instant. */
const gone = (instant: string, laterMs = 0): number => Math.ceil((Date.parse(instant) + laterMs) / 1000);
const HOUR_MS = 60 * 60_000;

export type Claim = {
  readonly hash: string;
  readonly until: string;
  /** Since the password was set for it; from then on the password belongs to the person. */
  readonly usedAt?: string;
};
export type Newcomer = {
  readonly person: Person;
  readonly membership: Membership;
  readonly claim: Claim;
  readonly outboxes: { readonly person: Outbox; readonly membership: Outbox };
};

export class JoinStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP10, open or not. */
  async findCode(code: string): Promise<JoinCode | undefined> {
    return (await findItem(this.#db, this.#table, codeKey(code))) as JoinCode | undefined;
  }

  /** AP11: the digits alone; the code itself may have expired. */
  async namedCode(classId: string): Promise<string | undefined> {
    return (await findItem(this.#db, this.#table, classCodeKey(classId)))?.code;
  }

  /** The code that the same request made. */
  findEarlierCode(request: IdempotentRequest): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** Whom, and into which class, the same request brought. */
  async findEarlierNewcomer(
    request: IdempotentRequest,
  ): Promise<{ readonly classId: string; readonly personId: string } | undefined> {
    const entered = await resultOfIdempotencyKey(this.#db, this.#table, request);
    const [classId, personId] = entered?.split('/') ?? [];
    return classId && personId ? { classId, personId } : undefined;
  }

  /** AP10 and AP11: the new code takes the place of `former`, which works no more. */
  async replaceCode(
    joinCode: JoinCode,
    former: string | undefined,
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated' | 'conflict'> {
    const table = this.#table;
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(table, request, joinCode.code),
      putNew(table, {
        ...codeKey(joinCode.code),
        ...joinCode,
        expiresAt: gone(joinCode.closesAt, HOUR_MS),
      }),
      {
        Put: {
          TableName: table,
          Item: { ...classCodeKey(joinCode.classId), code: joinCode.code },
          ...this.#stillNames(former),
        },
      },
      ...(former ? [{ Delete: { TableName: table, Key: codeKey(former) } }] : []),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'conflict';
  }

  /** AP10 and AP11: the class has no code any more. */
  async removeCode(classId: string, code: string): Promise<'removed' | 'conflict'> {
    const table = this.#table;
    const outcome = await transact(this.#db, [
      { Delete: { TableName: table, Key: classCodeKey(classId), ...this.#stillNames(code) } },
      { Delete: { TableName: table, Key: codeKey(code) } },
    ]);
    return outcome.ok ? 'removed' : 'conflict';
  }

  /** A member more and a place less, or neither. `'closed'` when the last place went to somebody else meanwhile. */
  async saveMember(
    membership: Membership,
    outbox: Outbox,
    entry: { readonly code: string; readonly at: string },
  ): Promise<'saved' | 'closed' | 'conflict'> {
    const outcome = await transact(this.#db, [
      this.#takePlace(entry),
      putMembership(this.#table, membership, outbox),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'closed' : 'conflict';
  }

  /** A person, their sign-in name, membership and claim (AP13), and a place less: all or nothing. */
  async saveNewcomer(
    { person, membership, claim, outboxes }: Newcomer,
    entry: { readonly code: string; readonly at: string },
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated' | 'closed' | 'login-name-taken'> {
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, `${membership.classId}/${person.personId}`),
      this.#takePlace(entry),
      ...putPerson(this.#table, person, outboxes.person),
      putMembership(this.#table, membership, outboxes.membership),
      {
        Put: {
          TableName: this.#table,
          Item: { ...claimKey(person.personId), ...claim, expiresAt: gone(claim.until) },
        },
      },
    ]);
    if (outcome.ok) return 'saved';
    if (outcome.failed.includes(0)) return 'repeated';
    return outcome.failed.includes(1) ? 'closed' : 'login-name-taken';
  }

  /** AP13 */
  async findClaim(personId: string): Promise<Claim | undefined> {
    return (await findItem(this.#db, this.#table, claimKey(personId))) as Claim | undefined;
  }

  /** AP13: the password was set for it. A claim that is gone meanwhile stays gone. */
  async markClaimUsed(personId: string, usedAt: string): Promise<void> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: claimKey(personId),
          UpdateExpression: 'SET usedAt = :usedAt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':usedAt': usedAt },
        }),
      );
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  }

  /** AP13: nothing is given for it any more. */
  async dropClaim(personId: string): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: claimKey(personId) }));
  }

  #takePlace({ code, at }: { readonly code: string; readonly at: string }): TransactItem {
    return {
      Update: {
        TableName: this.#table,
        Key: codeKey(code),
        UpdateExpression: 'SET placesLeft = placesLeft - :one',
        ConditionExpression: 'placesLeft > :none AND closesAt > :at',
        ExpressionAttributeValues: { ':one': 1, ':none': 0, ':at': at },
      },
    };
  }

  #stillNames(code: string | undefined) {
    return code === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#code = :code',
          ExpressionAttributeNames: { '#code': 'code' },
          ExpressionAttributeValues: { ':code': code },
        };
  }
}
