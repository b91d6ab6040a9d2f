import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayEvent, ISSUER, NOW, resources, startGateway, token } from './http-api.suite.ts';

const seconds = NOW / 1000;
let gateway: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  gateway = await startGateway(
    resources(['GET /open'], { 'GET /secured': [], 'GET /scoped': ['courses.write', 'courses.admin'] }),
  );
});
afterAll(() => gateway.stop());

const get = (path: string, authorization?: string) =>
  fetch(`${gateway.address}${path}`, { headers: authorization === undefined ? {} : { authorization } });

const claims = { iss: ISSUER, aud: 'web', sub: 'an', iat: seconds, exp: seconds + 600 };
const other = await generateKeyPair('RS256');
const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a token is refused', () => {
  const changed = async () => {
    const [head, , signature] = (await token()).split('.');
    return `${head}.${encoded({ ...claims, sub: 'director' })}.${signature}`;
  };
  const hmac = () =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).sign(Buffer.alloc(32, 7));
  const foreignKey = () =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'key-1' }).sign(other.privateKey);

  test.each<[string, () => string | Promise<string>, string]>([
    ['that has expired', () => token({ exp: seconds }), 'has expired'],
    ['without an expiry', () => token({ exp: undefined }), 'exp'],
    ['that is not valid yet', () => token({ nbf: seconds + 60 }), 'nbf'],
    ['issued in the future', () => token({ iat: seconds + 60 }), 'future'],
    ['of another issuer', () => token({ iss: `${ISSUER}2` }), 'issuer'],
    ['for another audience', () => token({ aud: 'other' }), 'audience'],
    [
      'for another audience though client_id fits',
      () => token({ aud: 'other', client_id: 'web' }),
      'audience',
    ],
    ['of another client', () => token({ aud: undefined, client_id: 'other' }), 'audience'],
    ['signed by HS256', hmac, 'signature'],
    [
      'that is not signed',
      () => `${encoded({ alg: 'none', kid: 'key-1' })}.${encoded(claims)}.`,
      'signature',
    ],
    ['that was tampered with', changed, 'signature'],
    ['signed by another key', foreignKey, 'signature'],
    ['with an unknown key id', () => token({}, { kid: 'key-2' }), 'key id'],
    ['without a key id', () => token({}, {}), 'key id'],
    ['that is no token', () => 'nonsense', 'malformed'],
  ])('%s', async (_, make, why) => {
    const answer = await get('/secured', await make());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ message: 'Unauthorized' });
    const challenge = answer.headers.get('www-authenticate');
    expect(challenge).toContain('error="invalid_token"');
    expect(challenge).toContain(why);
  });

  test.each([undefined, '', 'Bearer '])('when there is none: %s', async (authorization) => {
    const answer = await get('/secured', authorization);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test.each(['', 'courses.read'])('by a route that wants a scope it has not: "%s"', async (scope) => {
    const answer = await get('/scoped', await token({ scope }));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({ message: 'Forbidden' });
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
  });
});

describe('a token is accepted', () => {
  const jwtOf = async (answer: Response) =>
    ((await answer.json()) as GatewayEvent).requestContext.authorizer?.jwt;

  test.each([
    ['with Bearer', {}, 'Bearer '],
    ['with another case of it', {}, 'bearer '],
    ['without Bearer', {}, ''],
    ['with several audiences', { aud: ['x', 'web'] }, ''],
    ['by client_id when there is no audience', { aud: undefined, client_id: 'web' }, ''],
    ['that became valid this second', { nbf: seconds }, ''],
  ])('%s', async (_, override, prefix) => {
    const answer = await get('/secured', `${prefix}${await token(override)}`);
    expect(answer.status).toBe(200);
    expect((await jwtOf(answer))?.scopes).toBeNull();
  });

  test('and its claims arrive as strings', async () => {
    const given = {
      'cognito:groups': ['teacher', 'admin'],
      email_verified: true,
      address: { formatted: 'TP. Hồ Chí Minh' },
    };
    const jwt = await jwtOf(await get('/secured', await token(given)));
    expect(jwt?.claims).toEqual({
      iss: ISSUER,
      aud: 'web',
      sub: 'an',
      iat: String(seconds),
      exp: String(seconds + 600),
      'cognito:groups': '[teacher admin]',
      email_verified: 'true',
      address: '{"formatted":"TP. Hồ Chí Minh"}',
    });
  });

  test.each(['scope', 'scp'])('when %s has one of the scopes', async (claim) => {
    const answer = await get('/scoped', await token({ [claim]: 'profile courses.admin' }));
    expect((await jwtOf(answer))?.scopes).toEqual(['profile', 'courses.admin']);
  });

  test('and not asked for on an open route', async () => {
    const answer = await get('/open', 'nonsense');
    expect([answer.status, await jwtOf(answer)]).toEqual([200, undefined]);
  });
});
