import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { AwsError } from '../core/aws-error.ts';
import { Database } from '../core/database.ts';
import type { Message } from './account-operations.ts';
import { Cognito } from './cognito.ts';

const POOL = 'ap-southeast-1_Test';
const CLIENT = 'webclient';
const STRONG_POLICY = {
  MinimumLength: 10,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  RequireUppercase: true,
};
export const POOL_PROPERTIES = {
  UserPoolName: 'people',
  AliasAttributes: ['email', 'phone_number', 'preferred_username'],
  Policies: { PasswordPolicy: STRONG_POLICY },
};
export const CLIENT_PROPERTIES = {
  UserPoolId: POOL,
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
};

/** A Cognito behind a real HTTP port with a clock that a test can move. */
export type TestCloud = Awaited<ReturnType<typeof startTestCloud>>;

export async function startTestCloud(db = new Database(':memory:')) {
  const time = { now: Date.parse('2026-11-23T08:00:00Z') };
  const clock = { now: () => time.now, delay: (ms: number) => ms };
  const messages: Message[] = [];
  const cognito = new Cognito({ db, clock, region: 'ap-southeast-1', deliver: (m) => messages.push(m) });
  cognito.ensurePool(POOL, POOL_PROPERTIES);
  cognito.ensureClient(CLIENT, CLIENT_PROPERTIES);
  const server = serve(cognito);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sdk = new CognitoIdentityProviderClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const stop = () => {
    sdk.destroy();
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { cognito, sdk, endpoint, time, messages, pool: POOL, client: CLIENT, stop };
}

/** The least of the AWS JSON protocol: enough for the SDK client. */
function serve(cognito: Cognito): Server {
  return createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    if (request.method === 'GET') return answer(200, cognito.wellKnown(request.url ?? ''));
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    try {
      answer(200, await cognito.call(operation, (await json(request)) as Record<string, unknown>));
    } catch (error) {
      if (!(error instanceof AwsError)) return answer(500, { __type: 'InternalErrorException' });
      answer(error.status, { __type: error.code, message: error.message });
    }
  });
}
