import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cognito } from './cognito/cognito.ts';
import { AwsError, type AwsService } from './core/aws-error.ts';
import { handleJsonProtocol, operationOf } from './core/json-protocol.ts';
import { verify } from './core/sigv4.ts';
import { isLoopbackHost, isLoopbackOrigin } from './http/loopback.ts';
import { readBody, sendJson } from './http/messages.ts';
import type { Access } from './iam/access.ts';
import { isUnsigned, neededPermissions, type Place } from './iam/actions.ts';
import type { InvokeAnswer } from './lambda/invoke-api.ts';

type Parts = {
  readonly port: number;
  readonly place: Place;
  readonly access: Access;
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** By signing name: `dynamodb`, `sqs`, `events`, `cognito-idp`, `lambda`, `secretsmanager`. */
  readonly services: Readonly<Record<string, AwsService>>;
  readonly cognito: Cognito;
  readonly s3: { readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> };
};

/** `x-amz-target` prefixes of the JSON protocol → signing name. */
const TARGETS: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  DynamoDBStreams_20120810: 'dynamodb',
  AmazonSQS: 'sqs',
  AWSEvents: 'events',
  AWSCognitoIdentityProviderService: 'cognito-idp',
  secretsmanager: 'secretsmanager',
};
const INVOKE_PATH = /^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?|$)/;
const WELL_KNOWN_PATH = /^\/[\w-]+_\w+\/\.well-known\//;
/** DynamoDB's batches, the largest requests, may have 16 MB. */
const LARGEST_BODY_BYTES = 17 * 2 ** 20;

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Cognito lets pages of any origin call it; here only those of this machine may. Our own come by the edge. */
function corsHeaders(request: IncomingMessage): Record<string, string> {
  const origin = header(request, 'origin');
  if (origin === undefined || !isLoopbackOrigin(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers':
      'content-type, x-amz-target, x-amz-user-agent, amz-sdk-invocation-id, amz-sdk-request',
    'access-control-expose-headers': 'x-amzn-requestid, x-amzn-errortype',
    'access-control-max-age': '86400',
    vary: 'origin',
  };
}

/** Puts a service behind the permission check: `accessKeyId` has signed the request, undefined for an unsigned call. */
const guarded = (
  parts: Parts,
  name: string,
  service: AwsService,
  accessKeyId: string | undefined,
): AwsService => ({
  call: (operation, input) => {
    if (accessKeyId !== undefined)
      parts.access.require(accessKeyId, neededPermissions(name, operation, input, parts.place));
    return service.call(operation, input);
  },
});

type Signer = { readonly ok: true; readonly accessKeyId: string } | { readonly ok: false };

/** Checks the signature and answers the refusal itself. */
function authenticate(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  service: string,
): Signer {
  const signed = { method: request.method, url: request.url, headers: request.headers, body };
  const expected = { service, region: parts.place.region, now: parts.now() };
  const verdict = verify(signed, (key) => parts.access.secretOf(key), expected);
  if (verdict.ok) return verdict;
  const headers = { 'x-amzn-errortype': verdict.code, 'x-amzn-requestid': randomUUID() };
  sendJson(response, verdict.status, { __type: verdict.code, message: verdict.message }, headers);
  return { ok: false };
}

async function answerJsonProtocol(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
) {
  const target = header(request, 'x-amz-target');
  const name = TARGETS[target?.split('.')[0] ?? ''] ?? '';
  const service = parts.services[name];
  if (!service) {
    sendJson(response, 400, {
      __type: 'UnknownOperationException',
      message: `${target} is not played locally.`,
    });
    return;
  }
  const anonymous = isUnsigned(name, operationOf(target));
  const signer = anonymous ? undefined : authenticate(parts, request, response, body, name);
  if (signer?.ok === false) return;
  const answer = await handleJsonProtocol(
    guarded(parts, name, service, signer?.accessKeyId),
    { target, contentType: header(request, 'content-type') },
    body,
    { onBug: (error) => parts.log(`${target}: ${error instanceof Error ? error.stack : String(error)}`) },
  );
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(name === 'cognito-idp' ? corsHeaders(request) : {}),
  });
  response.end(answer.body);
}

async function invokeFunction(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
) {
  const signer = authenticate(parts, request, response, body, 'lambda');
  if (!signer.ok || !parts.services.lambda) return;
  const input = {
    FunctionName: decodeURIComponent(INVOKE_PATH.exec(request.url ?? '')?.[1] ?? ''),
    InvocationType: header(request, 'x-amz-invocation-type'),
    LogType: header(request, 'x-amz-log-type'),
    Payload: body,
  };
  try {
    const service = guarded(parts, 'lambda', parts.services.lambda, signer.accessKeyId);
    const answer = (await service.call('Invoke', input)) as InvokeAnswer;
    response.writeHead(answer.StatusCode, {
      'x-amzn-requestid': randomUUID(),
      ...(answer.ExecutedVersion && { 'x-amz-executed-version': answer.ExecutedVersion }),
      ...(answer.FunctionError && { 'x-amz-function-error': answer.FunctionError }),
      ...(answer.LogResult && { 'x-amz-log-result': answer.LogResult }),
    });
    response.end(answer.Payload);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const status = error.code === 'AccessDeniedException' ? 403 : error.status;
    const told = { Message: error.message, message: error.message, ...error.extra };
    sendJson(response, status, told, { 'x-amzn-errortype': error.code });
  }
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  if (!isLoopbackHost(request.headers.host, parts.port))
    return sendJson(response, 403, { message: 'Unknown host.' });
  if (request.method === 'GET' && WELL_KNOWN_PATH.test(path)) {
    const document = parts.cognito.wellKnown(path);
    return sendJson(response, document ? 200 : 404, document ?? {}, corsHeaders(request));
  }
  if (request.method === 'OPTIONS' && path === '/') {
    response.writeHead(204, { ...corsHeaders(request), 'access-control-allow-methods': 'POST' }).end();
    return;
  }
  const isInvoke = request.method === 'POST' && INVOKE_PATH.test(path);
  if (!isInvoke && request.headers['x-amz-target'] === undefined) return parts.s3.handle(request, response);
  const body = await readBody(request, LARGEST_BODY_BYTES);
  if (body === undefined) return sendJson(response, 413, { message: 'Request body too large.' });
  return isInvoke
    ? invokeFunction(parts, request, response, body)
    : answerJsonProtocol(parts, request, response, body);
}

/** The one port behind which every AWS API lives: told apart by target header or path, the rest is S3. */
export function awsPort(parts: Parts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      parts.log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) sendJson(response, 500, { message: 'Internal Server Error' });
      else response.destroy();
    });
  };
}
