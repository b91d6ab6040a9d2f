import type { Grant } from './domain/extra-time.ts';

/** What a person has used and been given at a quiz: one item, on which everything that changes either is conditional. */
export type Taker = {
  /** Oldest first. */
  readonly attemptIds: readonly string[];
  readonly extra?: Grant;
};

/** Holds while the item is as it was read. */
export const asRead = ({ attemptIds, extra }: Taker) => ({
  ConditionExpression: [
    attemptIds.length === 0 ? 'attribute_not_exists(attemptIds)' : 'size(attemptIds) = :attempts',
    extra ? 'extra.grantNo = :grantNo' : 'attribute_not_exists(extra)',
  ].join(' AND '),
  ExpressionAttributeValues: {
    ...(attemptIds.length > 0 && { ':attempts': attemptIds.length }),
    ...(extra && { ':grantNo': extra.grantNo }),
  },
});
