import { type Delivery, type MessageAttributes, messageAttributes } from '../events/delivery.ts';
import type { FunctionDefinition, InvocationResult } from './function-definition.ts';

export type AsyncCondition = 'Success' | 'RetriesExhausted' | 'EventAgeExceeded';

/** One event that waits for an asynchronous invocation; times are epoch milliseconds. */
export type AsyncRow = {
  readonly id: number;
  readonly function: string;
  readonly request_id: string;
  readonly payload: string;
  readonly attempts: number;
  readonly throttles: number;
  readonly first_at: number;
};

const LONGEST_ERROR_ATTRIBUTE = 1024;

/** The invocation record that a destination receives. */
function invocationRecord(
  row: AsyncRow,
  result: InvocationResult,
  condition: AsyncCondition,
  functionArn: string,
  now: number,
): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: row.request_id,
      functionArn: `${functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: row.attempts + 1,
    },
    requestPayload: JSON.parse(row.payload) as unknown,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(!result.ok && { functionError: 'Unhandled' }),
    },
    responsePayload: result.ok ? (JSON.parse(result.payload) as unknown) : result.error,
  });
}

/** The attributes of a message in a function's dead-letter queue; its body is the event itself. */
function deadLetterAttributes(requestId: string, errorMessage: string): MessageAttributes {
  return messageAttributes({
    RequestID: requestId,
    ErrorCode: 200,
    ErrorMessage: errorMessage.slice(0, LONGEST_ERROR_ATTRIBUTE),
  });
}

/** What a settled event sends: to the destination of its condition, and a failed one to the dead-letter queue. */
export function resultDeliveries(
  definition: FunctionDefinition,
  row: AsyncRow,
  result: InvocationResult,
  condition: AsyncCondition,
  now: number,
): Delivery[] {
  const { arn, roleArn, asynchronous = {} } = definition;
  const sender = { principal: 'lambda.amazonaws.com', sourceArn: arn, roleArn };
  const destination = result.ok ? asynchronous.onSuccess : asynchronous.onFailure;
  const deliveries: Delivery[] = [];
  if (destination) {
    const payload = invocationRecord(row, result, condition, arn, now);
    deliveries.push({ ...sender, arn: destination, payload });
  }
  if (!result.ok && asynchronous.deadLetterArn) {
    const attributes = deadLetterAttributes(row.request_id, result.error.errorMessage);
    deliveries.push({ ...sender, arn: asynchronous.deadLetterArn, payload: row.payload, attributes });
  }
  return deliveries;
}
