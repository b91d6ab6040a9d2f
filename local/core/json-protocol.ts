import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError, type AwsService } from './aws-error.ts';
import { isObject } from './json.ts';

export type JsonProtocolRequest = {
  /** The `x-amz-target` header: `DynamoDB_20120810.PutItem` */
  readonly target: string | undefined;
  /** Echoed, since services differ in the version (1.0, 1.1). */
  readonly contentType?: string | undefined;
};

export type JsonProtocolResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type JsonProtocolOptions = {
  /** Told of every error that is not an AwsError: a bug of the local cloud. */
  readonly onBug?: (error: unknown) => void;
};

/** The operation of an `x-amz-target` header, after its last dot; '' when there is none. */
export const operationOf = (target: string | undefined): string => target?.split('.').at(-1) ?? '';

function readBody(body: Buffer): Record<string, unknown> {
  try {
    const input: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
    if (isObject(input)) return input;
  } catch {
    // Answered below, like every body that is not a JSON object.
  }
  throw new AwsError('SerializationException', 'The request body must be a JSON object');
}

function respond(status: number, contentType: string | undefined, answer: unknown): JsonProtocolResponse {
  const body = Buffer.from(JSON.stringify(answer ?? {}));
  const headers = {
    'content-type': contentType ?? 'application/x-amz-json-1.0',
    'content-length': String(body.length),
    'x-amzn-requestid': randomUUID(),
    'x-amz-crc32': String(crc32(body)),
  };
  return { status, headers, body };
}

/**
 * Answers one request of the AWS JSON protocol: calls the service's operation, and turns an AwsError into its status
 * and `__type` body. Any other error is a bug, answered with 500 so that clients retry as they would on AWS.
 */
export async function handleJsonProtocol(
  service: AwsService,
  { target, contentType }: JsonProtocolRequest,
  body: Buffer,
  { onBug }: JsonProtocolOptions = {},
): Promise<JsonProtocolResponse> {
  try {
    return respond(200, contentType, await service.call(operationOf(target), readBody(body)));
  } catch (error) {
    if (error instanceof AwsError)
      return respond(error.status, contentType, {
        __type: error.code,
        message: error.message,
        ...error.extra,
      });
    onBug?.(error);
    return respond(500, contentType, { __type: 'InternalServerError', message: String(error) });
  }
}
