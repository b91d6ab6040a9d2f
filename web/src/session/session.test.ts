import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Call = { readonly operation: string; readonly input: Record<string, unknown> };
type Pool = (call: Call) => unknown;

const tokenOf = (username: string, lifeSeconds: number) =>
  ['e30', Buffer.from(JSON.stringify({ username, iat: 0, exp: lifeSeconds })).toString('base64url'), ''].join(
    '.',
  );

const stored = new Map<string, string>();
const calls: Call[] = [];

/** The session as a page that has just been loaded has it, before a pool that answers as told. */
async function load(pool: Pool) {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (address === '/config.json') return Response.json({ clientId: 'c', cognitoEndpoint: '/pool' });
    const target = new Headers(init?.headers).get('x-amz-target') ?? '';
    const call = { operation: target.split('.')[1] ?? '', input: JSON.parse(String(init?.body)) };
    calls.push(call);
    const reply = await pool(call);
    return reply instanceof Response ? reply : Response.json(reply);
  });
  vi.resetModules();
  return import('./session.ts');
}

const renewed = (username: string) => ({
  AuthenticationResult: { AccessToken: tokenOf(username, 3600), ExpiresIn: 3600 },
});
const operations = () => calls.map(({ operation }) => operation);

beforeEach(() => {
  stored.clear();
  calls.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('signing out while the pool renews the token', () => {
  it('stays signed out, and keeps nothing on the device', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const page = await load(async ({ operation }) => {
      if (operation === 'InitiateAuth') await promise;
      return operation === 'InitiateAuth' ? renewed('a') : {};
    });
    page.begin({ access: tokenOf('a', 3600), refresh: 'refresh-a' });
    const renewing = page.accessToken(true);
    await page.signOut(false);
    resolve();
    expect(await renewing).toBeUndefined();
    expect(page.session.get()).toEqual({ state: 'out' });
    // Where the sign-in service is says nothing about anybody.
    expect([...stored.keys()]).toEqual(['hvs.pool']);
  });

  it('keeps the person who signed in meanwhile, each with their own token', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const page = await load(async ({ operation }) => {
      await (operation === 'InitiateAuth' && promise);
      return renewed('a');
    });
    page.begin({ access: tokenOf('a', 3600), refresh: 'refresh-a' });
    const renewing = page.accessToken(true);
    page.begin({ access: tokenOf('b', 3600), refresh: 'refresh-b' });
    resolve();
    expect(await renewing).toBe(tokenOf('a', 3600));
    expect(await page.accessToken(false)).toBe(tokenOf('b', 3600));
    expect(page.session.get()).toMatchObject({ personId: 'B' });
  });
});

describe('a sign-in service that cannot say', () => {
  it.each([
    ['is overrun', () => Response.json({ __type: 'TooManyRequestsException' }, { status: 400 })],
    ['is out of order', () => new Response('<h1>Service Unavailable</h1>', { status: 503 })],
  ])('%s: nobody is signed out, and it is not the network', async (_, answer) => {
    const page = await load(answer);
    page.begin({ access: tokenOf('a', 30), refresh: 'refresh-a' });
    await expect(page.accessToken(false)).rejects.toThrow('busy');
    expect(page.session.get()).toMatchObject({ personId: 'A' });
  });
});

describe('signing out everywhere', () => {
  it('renews a token that has lapsed, since the pool takes only a living one', async () => {
    const page = await load(({ operation }) => (operation === 'InitiateAuth' ? renewed('a') : {}));
    page.begin({ access: tokenOf('a', 30), refresh: 'refresh-a' });
    await page.signOut(true);
    expect(operations()).toEqual(['InitiateAuth', 'GlobalSignOut']);
    expect(calls[1]?.input).toEqual({ AccessToken: tokenOf('a', 3600) });
    expect(page.session.get()).toEqual({ state: 'out' });
  });

  it('ends at least this device when the pool refuses', async () => {
    const page = await load(({ operation }) => {
      if (operation === 'GlobalSignOut') throw new Error('no network');
      return {};
    });
    page.begin({ access: tokenOf('a', 3600), refresh: 'refresh-a' });
    await page.signOut(true);
    expect(operations()).toEqual(['GlobalSignOut', 'RevokeToken']);
  });
});
