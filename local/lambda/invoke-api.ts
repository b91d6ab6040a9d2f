import { AwsError } from '../core/aws-error.ts';
import type { InvocationResult } from './function-definition.ts';

/** What the HTTP port turns into an answer: FunctionError becomes X-Amz-Function-Error, LogResult X-Amz-Log-Result. */
export type InvokeAnswer = {
  readonly StatusCode: 200 | 202 | 204;
  readonly ExecutedVersion?: '$LATEST';
  readonly FunctionError?: 'Unhandled';
  /** The last 4 KB of the log, in base64. */
  readonly LogResult?: string;
  /** JSON text. */
  readonly Payload?: string;
};

const LARGEST_SYNCHRONOUS_BYTES = 6 * 1024 * 1024;
const LARGEST_ASYNCHRONOUS_BYTES = 1024 * 1024;
const LOG_TAIL_BYTES = 4096;

/** The request body of an Invoke as JSON text; an empty one is an empty object. Throws as the service answers. */
export function readPayload(payload: unknown, invocationType: string): string {
  const text = payload instanceof Uint8Array ? Buffer.from(payload).toString() : String(payload ?? '');
  const limit = invocationType === 'Event' ? LARGEST_ASYNCHRONOUS_BYTES : LARGEST_SYNCHRONOUS_BYTES;
  if (Buffer.byteLength(text) > limit)
    throw new AwsError(
      'RequestTooLargeException',
      `Request must be smaller than ${limit} bytes for the Invoke operation`,
      {},
      413,
    );
  if (text === '') return '{}';
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AwsError('InvalidRequestContentException', `Could not parse request body into json: ${reason}`);
  }
}

/** Throws TooManyRequestsException (429) for a throttled invocation; a failed function is an answer with FunctionError. */
export function invokeAnswer(result: InvocationResult, withLog: boolean): InvokeAnswer {
  if (!result.ok && result.kind === 'throttled')
    throw new AwsError(result.error.errorType, result.error.errorMessage, { Type: 'User' }, 429);
  const tail = Buffer.from(`${result.log.join('\n')}\n`).subarray(-LOG_TAIL_BYTES);
  return {
    StatusCode: 200,
    ExecutedVersion: '$LATEST',
    ...(withLog && { LogResult: tail.toString('base64') }),
    ...(result.ok
      ? { Payload: result.payload }
      : { FunctionError: 'Unhandled', Payload: JSON.stringify(result.error) }),
  };
}
