import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
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
  AutoVerifiedAttributes: ['email'],
  Policies: { PasswordPolicy: STRONG_POLICY },
};
export const CLIENT_PROPERTIES = {
  UserPoolId: POOL,
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
};

export const PASSWORD = 'Passw0rd!x';
export const TEMPORARY = 'Temp0rary!';

/** An error of the SDK by its name and a part of its message. */
export const refusal = (name: string, message = ''): unknown =>
  expect.objectContaining({ name, message: expect.stringContaining(message) });

/** A Cognito behind a real HTTP port with a clock that a test can move. */
export type TestCloud = Awaited<ReturnType<typeof startTestCloud>>;

/** The Cognito of a test file and a user name that no other test has; there once `useTestCloud` was called. */
export let cloud: TestCloud;
export let user = '';

/** One Cognito for all tests of the file, and another user name for each. */
export function useTestCloud(): void {
  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterAll(() => cloud.stop());
  beforeEach(() => {
    user = cloud.newName();
  });
}

export async function startTestCloud(db = new Database(':memory:')) {
  const time = { now: Date.parse('2026-11-23T08:00:00Z') };
  const clock = { now: () => time.now, delay: (ms: number) => ms };
  const messages: Message[] = [];
  const cognito = new Cognito({
    db,
    clock,
    region: 'ap-southeast-1',
    passwordCost: 1024,
    deliver: (m) => messages.push(m),
  });
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
  return { cognito, sdk, endpoint, time, messages, pool: POOL, client: CLIENT, stop, ...people(sdk) };
}

/** What most tests do with a user of the test pool. */
function people(sdk: CognitoIdentityProviderClient) {
  let serial = 0;
  const one = (Username: string) => ({ UserPoolId: POOL, Username });
  const signIn = (name: string, password = PASSWORD, client = CLIENT) =>
    sdk.send(
      new InitiateAuthCommand({
        ClientId: client,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: name, PASSWORD: password },
      }),
    );
  const refresh = (token: string | undefined, client = CLIENT) =>
    sdk.send(
      new InitiateAuthCommand({
        ClientId: client,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: token ?? '' },
      }),
    );
  const create = (name: string, attributes: Record<string, string> = {}) =>
    sdk.send(
      new AdminCreateUserCommand({
        ...one(name),
        TemporaryPassword: TEMPORARY,
        MessageAction: 'SUPPRESS',
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
  /** A confirmed user and the tokens of a first sign-in. */
  const signedIn = async (name: string, attributes: Record<string, string> = {}) => {
    await create(name, attributes);
    await sdk.send(new AdminSetUserPasswordCommand({ ...one(name), Password: PASSWORD, Permanent: true }));
    const { AuthenticationResult: tokens } = await signIn(name);
    return {
      access: tokens?.AccessToken ?? '',
      id: tokens?.IdToken ?? '',
      refresh: tokens?.RefreshToken ?? '',
    };
  };
  const newName = () => {
    serial += 1;
    return `hv${serial}`;
  };
  return { one, signIn, refresh, create, signedIn, newName };
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
