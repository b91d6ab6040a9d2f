import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logger } from '#shared/observability/telemetry.ts';
import { languageOf, retryAfterOf, toProblem } from './problem.ts';

/** Errors that pass when the caller tries again: throttling and lost races of the data store. */
const TRANSIENT = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionConflictException',
  'TransactionInProgressException',
  'TimeoutError',
]);

const isTransient = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (TRANSIENT.has(error.name)) return true;
  const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons;
  return (
    reasons?.some((reason) => reason.Code === 'TransactionConflict' || reason.Code === 'ThrottlingError') ??
    false
  );
};

/** Whatever is thrown becomes a problem document with the trace id: 503 when trying again helps, else 500. */
export const problemOnError = (): MiddlewareObj<
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2
> => ({
  onError: (request) => {
    const code = isTransient(request.error) ? 'try-again' : 'internal';
    logger.error(code, request.error as Error);
    const problem = toProblem({}, { refusal: code }, languageOf(request.event.headers?.['accept-language']), {
      traceId: request.context.awsRequestId,
    });
    request.response = {
      statusCode: problem.status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        ...retryAfterOf({}, code),
      },
      body: JSON.stringify(problem),
    };
  },
});
