import { AwsError } from '../core/aws-error.ts';
import type { Item } from './attribute-value.ts';

/** A ValidationException with DynamoDB's own wording, where that wording is known. */
export const validation = (message: string): AwsError => new AwsError('ValidationException', message);

/** A ValidationException about a value rather than about the shape of the request. */
export const invalidParameter = (message: string): AwsError =>
  validation(`One or more parameter values were invalid: ${message}`);

export const tableNotFound = (table: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${table} not found`);

/** `item` is the stored item when the request asked for it (ReturnValuesOnConditionCheckFailure). */
export const conditionFailed = (item?: Item): AwsError =>
  new AwsError(
    'ConditionalCheckFailedException',
    'The conditional request failed',
    item ? { Item: item } : {},
  );

export type CancellationReason = {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
};

/** One reason per item of the transaction, in the order of the request; `None` for those that were fine. */
export function transactionCancelled(reasons: readonly CancellationReason[]): AwsError {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new AwsError('TransactionCanceledException', message, {
    Message: message,
    CancellationReasons: reasons,
  });
}

export const throttled = (): AwsError =>
  new AwsError(
    'ProvisionedThroughputExceededException',
    'The level of configured provisioned throughput for the table was exceeded. ' +
      'Consider increasing your provisioning level with the UpdateTable API.',
  );
