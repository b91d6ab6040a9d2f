import { AwsError } from '../core/aws-error.ts';

/** Why a hand-over failed, in the words of the ERROR_CODE attribute of a dead letter; permanent ones are not retried. */
export type DeliveryFailure = {
  readonly code: string;
  readonly message: string;
  readonly permanent: boolean;
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html, from the exceptions of the targets. */
const CODES: Readonly<Record<string, readonly [code: string, permanent: boolean]>> = {
  AccessDenied: ['NO_PERMISSIONS', true],
  AccessDeniedException: ['NO_PERMISSIONS', true],
  NonExistentQueue: ['NO_RESOURCE', true],
  QueueDoesNotExist: ['NO_RESOURCE', true],
  'AWS.SimpleQueueService.NonExistentQueue': ['NO_RESOURCE', true],
  ResourceNotFoundException: ['NO_RESOURCE', true],
  InvalidParameterValue: ['INVALID_PARAMETER', true],
  InvalidParameterValueException: ['INVALID_PARAMETER', true],
  ValidationException: ['INVALID_PARAMETER', true],
  TooManyRequestsException: ['THROTTLING', false],
  ThrottlingException: ['THROTTLING', false],
};

export function deliveryFailure(error: unknown): DeliveryFailure {
  const message = error instanceof Error ? error.message : String(error);
  const name = error instanceof AwsError ? error.code : '';
  const [code, permanent] = CODES[name] ?? ['ERROR_FROM_TARGET', false];
  return { code, message, permanent };
}
