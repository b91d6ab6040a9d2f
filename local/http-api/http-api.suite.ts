import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';
import { afterEach } from 'vitest';
import { Faults } from '../core/faults.ts';
import { type ApiResources, readApi } from './definition.ts';
import { nodeListener } from './exchange.ts';
import { HttpApi, type HttpApiDependencies, type InvocationOutcome } from './http-api.ts';

export const ISSUER = 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_Test';
export const NOW = Date.parse('2026-11-22T10:00:00Z');
const KEY_ID = 'key-1';

const keyPair = await generateKeyPair('RS256');
const jwks: JSONWebKeySet = {
  keys: [{ ...(await exportJWK(keyPair.publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }],
};

/** A token of the issuer that the test API trusts; claims and header can be overridden. */
export function token(claims: JWTPayload = {}, protectedHeader: { kid?: string } = { kid: KEY_ID }) {
  const seconds = NOW / 1000;
  return new SignJWT({ iss: ISSUER, aud: 'web', sub: 'an', iat: seconds, exp: seconds + 600, ...claims })
    .setProtectedHeader({ alg: 'RS256', ...protectedHeader })
    .sign(keyPair.privateKey);
}

/** Resources of an API whose routes all go to the function `fn`; those in `secured` need a token. */
export const resources = (
  routes: readonly string[],
  secured: Readonly<Record<string, readonly string[]>> = {},
): ApiResources => ({
  id: 'api1',
  api: { CorsConfiguration: undefined },
  stage: { StageName: '$default', AutoDeploy: true },
  routes: [...routes, ...Object.keys(secured)].map((RouteKey) => ({
    RouteKey,
    Target: 'integrations/i1',
    ...(secured[RouteKey] && {
      AuthorizationType: 'JWT',
      AuthorizerId: 'a1',
      AuthorizationScopes: secured[RouteKey],
    }),
  })),
  integrations: new Map([
    [
      'i1',
      {
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: 'arn:aws:lambda:ap-southeast-1:000000000000:function:fn',
        PayloadFormatVersion: '2.0',
      },
    ],
  ]),
  authorizers: new Map([
    [
      'a1',
      {
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Issuer: ISSUER, Audience: ['web'] },
      },
    ],
  ]),
});

export type GatewayEvent = {
  routeKey: string;
  pathParameters?: Record<string, string>;
  requestContext: { authorizer?: { jwt: { claims: Record<string, string>; scopes: string[] | null } } };
  body?: string;
  isBase64Encoded: boolean;
};

/** Answers with the event it got, as JSON. */
export const echo = async (_name: string, event: unknown): Promise<InvocationOutcome> => ({
  ok: true,
  result: event,
});

/** A gateway behind a real HTTP port. */
export async function startGateway(
  declared: ApiResources = resources(['ANY /{proxy+}']),
  overrides: Partial<HttpApiDependencies> = {},
) {
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const gateway = new HttpApi({
    api: readApi(declared),
    invoke: echo,
    jwks: (issuer) => (issuer === ISSUER ? jwks : undefined),
    clock: { now: () => NOW, delay: (ms) => ms / 1000 },
    faults: new Faults(),
    account: '000000000000',
    log,
    ...overrides,
  });
  const server = createServer(nodeListener((request) => gateway.handle(request), log));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address, lines, stop };
}

/** `startGateway` for the tests of one file: what it starts is stopped after each test. */
export function gateways(): typeof startGateway {
  const running: { stop: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  return async (...parameters) => {
    const one = await startGateway(...parameters);
    running.push(one);
    return one;
  };
}
