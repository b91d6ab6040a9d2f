import type { Outbox } from '#shared/messaging/outbox.ts';
import { claimIdempotencyKey, type IdempotentRequest } from '#shared/store/idempotency.ts';
import { putNew, type TransactItem } from '#shared/store/transactions.ts';
import { type Answer, type Attempt, lastSaveAt } from './domain/attempt.ts';
import type { Opening } from './domain/start.ts';
import { answerKey, attemptKey, closedAt, dueAt, frozenKey, paperKey, takerKey } from './keys.ts';
import { asRead, type Taker } from './taker.ts';

type Ref = Pick<Attempt, 'personId' | 'attemptId'>;

/**
 * AP8 to AP11: an attempt that is opened, with the request first. The event rides on the list of the person's attempts,
 * so that the attempt item stays under 1 KB, which every save pays for.
 */
export function openingWrites(
  table: string,
  { attempt, paper, frozen, secret, startToken }: Opening,
  taker: Taker,
  outbox: Outbox,
  request: IdempotentRequest,
): TransactItem[] {
  const { personId, attemptId, quizId } = attempt;
  const end = lastSaveAt(attempt);
  const { ConditionExpression, ExpressionAttributeValues } = asRead(taker);
  return [
    claimIdempotencyKey(table, request, attemptId),
    {
      Update: {
        TableName: table,
        Key: takerKey(personId, quizId),
        UpdateExpression:
          'SET personId = :personId, attemptIds = :ids, outbox = :outbox, outboxId = :outboxId',
        ConditionExpression,
        ExpressionAttributeValues: {
          ...ExpressionAttributeValues,
          ':personId': personId,
          ':ids': [...taker.attemptIds, attemptId],
          ':outbox': outbox.outbox,
          ':outboxId': outbox.outboxId,
        },
      },
    },
    putNew(table, {
      ...attemptKey(personId, attemptId),
      ...(end && dueAt(end, attemptId)),
      ...attempt,
    }),
    putNew(table, {
      ...paperKey(personId, attemptId),
      paper,
      ...(startToken && { startToken }),
    }),
    putNew(table, { ...frozenKey(attemptId), frozen, secret }),
  ];
}

/** AP9: an answer over version `was` of it, 0 for none. */
export const answerOver = (
  table: string,
  { personId, attemptId }: Ref,
  answer: Answer,
  was: number,
): TransactItem => ({
  Put: {
    TableName: table,
    Item: { ...answerKey(personId, attemptId, answer.itemId), ...answer },
    ConditionExpression: was === 0 ? 'attribute_not_exists(pk)' : 'version = :was',
    ...(was > 0 && { ExpressionAttributeValues: { ':was': was } }),
  },
});

/** AP9: one more save of an attempt that is open. */
export const oneMoreSave = (table: string, { personId, attemptId }: Ref): TransactItem => ({
  Update: {
    TableName: table,
    Key: attemptKey(personId, attemptId),
    UpdateExpression: 'SET saves = saves + :one',
    ConditionExpression: '#status = :open',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':one': 1, ':open': 'open' },
  },
});

/** AP9, AP11 and AP14: an attempt that is handed in with its mark, if no answer was saved since it was read. */
export const closingUpdate = (table: string, attempt: Attempt, { outbox, outboxId }: Outbox) => ({
  TableName: table,
  Key: attemptKey(attempt.personId, attempt.attemptId),
  UpdateExpression:
    'SET #status = :status, submittedBy = :by, grade = :grade, points = :points, ' +
    'outbox = :outbox, outboxId = :outboxId, gsi1pk = :closed, gsi1sk = :attemptId',
  ConditionExpression: '#status = :open AND saves = :saves',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: {
    ':status': attempt.status,
    ':by': attempt.submittedBy,
    ':grade': attempt.grade,
    ':points': attempt.points,
    ':outbox': outbox,
    ':outboxId': outboxId,
    ':closed': closedAt(attempt.quizId),
    ':attemptId': attempt.attemptId,
    ':open': 'open',
    ':saves': attempt.saves,
  },
});
