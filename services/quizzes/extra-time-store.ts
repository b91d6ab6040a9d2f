import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { putNew, transact } from '#shared/store/transactions.ts';
import { type Attempt, lastSaveAt } from './domain/attempt.ts';
import type { Grant } from './domain/extra-time.ts';
import { attemptKey, dueAt, grantKey, quizKey, takerKey } from './keys.ts';
import { asRead, type Taker } from './taker.ts';

/** What else a decision changes: the end of an open attempt, and until when anybody may write at the quiz. */
type Effects = {
  readonly moved?: { readonly attempt: Attempt; readonly deadline: string };
  readonly extendedUntil?: string;
};

type Person = { readonly personId: string; readonly quizId: string };

/** Decisions about people's time: access pattern AP19 of keys.ts, with AP5, AP8 and AP9 where they take effect. */
export class ExtraTimeStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP19, oldest first. */
  async grantsOf({ personId, quizId }: Person): Promise<Grant[]> {
    const { pk, sk } = grantKey(personId, quizId, '');
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': sk },
        ConsistentRead: true,
      }),
    );
    return (Items as Grant[]).sort((a, b) => a.grantNo - b.grantNo);
  }

  /**
   * The decision, its record and its effects in one write; if the person's attempts are those that were read. Starting an
   * attempt is conditional on the same item, so no attempt misses a decision.
   */
  async saveGrant(
    { personId, quizId }: Person,
    taker: Taker,
    grant: Grant,
    { moved, extendedUntil }: Effects,
  ): Promise<'saved' | 'conflict'> {
    const { ConditionExpression, ExpressionAttributeValues } = asRead(taker);
    const outcome = await transact(this.#db, [
      {
        Update: {
          TableName: this.#table,
          Key: takerKey(personId, quizId),
          UpdateExpression: 'SET extra = :extra, personId = :personId',
          ConditionExpression,
          ExpressionAttributeValues: { ...ExpressionAttributeValues, ':extra': grant, ':personId': personId },
        },
      },
      putNew(this.#table, { ...grantKey(personId, quizId, String(grant.grantNo)), ...grant }),
      ...(moved ? [this.#move(moved)] : []),
      ...(extendedUntil ? [this.#extend(quizId, extendedUntil)] : []),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  #move({ attempt, deadline }: NonNullable<Effects['moved']>) {
    const { personId, attemptId } = attempt;
    const end = lastSaveAt({ ...attempt, deadline }) ?? deadline;
    return {
      Update: {
        TableName: this.#table,
        Key: attemptKey(personId, attemptId),
        UpdateExpression: 'SET deadline = :deadline, gsi1sk = :due',
        ConditionExpression: '#status = :open AND deadline = :was',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':deadline': deadline,
          ':due': dueAt(end, attemptId).gsi1sk,
          ':open': 'open',
          ':was': attempt.deadline,
        },
      },
    };
  }

  /** AP5 */
  #extend(quizId: string, until: string) {
    return {
      Update: {
        TableName: this.#table,
        Key: quizKey(quizId),
        UpdateExpression: 'SET extendedUntil = :until',
        ConditionExpression: 'attribute_not_exists(extendedUntil) OR extendedUntil < :until',
        ExpressionAttributeValues: { ':until': until },
      },
    };
  }
}
