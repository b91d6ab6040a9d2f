import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { getSignedCookies } from '@aws-sdk/cloudfront-signer';
import { describe, expect, it } from 'vitest';
import { refuseUnsigned } from './signed-cookies.ts';

const privateKeyOf = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
const own = privateKeyOf();
const foreign = privateKeyOf();
const trusted = new Map([['K1', createPublicKey(own).export({ type: 'spki', format: 'pem' }).toString()]]);

const HOST = 'https://d1.cloudfront.net';
const NOW = 1_800_000_000_000;
type Cookies = Readonly<Record<string, string>>;

const policyFor = (resource: string, untilSeconds = NOW / 1000 + 45, more: object = {}) =>
  JSON.stringify({
    Statement: [
      { Resource: resource, Condition: { DateLessThan: { 'AWS:EpochTime': untilSeconds }, ...more } },
    ],
  });

/** Signed by the SDK's own signer, as the platform's function does it. */
const signed = (policy: string, { privateKey = own, keyPairId = 'K1', algorithm = 'SHA256' as const } = {}) =>
  getSignedCookies({ policy, privateKey, keyPairId, algorithm }) as unknown as Cookies;

/** The code of the refusal, or 'passed'. */
function ask(path: string, cookies: Cookies, now = NOW): string {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const request = { method: 'GET', url: path, headers: { cookie }, sourceIp: '', body: Readable.from([]) };
  const refusal = refuseUnsigned(trusted, request, { url: HOST + path, now });
  if (!refusal) return 'passed';
  expect([refusal.status, refusal.headers['content-type']]).toEqual([403, 'text/xml']);
  return /<Code>(\w+)<\/Code>/.exec(String(refusal.body))?.[1] ?? '';
}

const folder = signed(policyFor(`${HOST}/media/A/*`));

describe('a signed cookie', () => {
  it('opens what its policy names, at any depth', () => {
    expect(ask('/media/A/h/master.m3u8', folder)).toBe('passed');
    expect(ask('/media/A/h/480p/1.m4s', folder)).toBe('passed');
  });

  it('may be signed by SHA-1, which is what is meant when nothing is said', () => {
    const cookies = getSignedCookies({
      policy: policyFor(`${HOST}/media/A/*`),
      privateKey: own,
      keyPairId: 'K1',
    }) as unknown as Cookies;
    expect(Object.keys(cookies)).not.toContain('CloudFront-Hash-Algorithm');
    expect(ask('/media/A/x', cookies)).toBe('passed');
    expect(ask('/media/A/x', { ...cookies, 'CloudFront-Hash-Algorithm': 'SHA256' })).toBe('AccessDenied');
  });

  it('is missed by name', () => {
    expect(ask('/media/A/x', {})).toBe('MissingKey');
    const { 'CloudFront-Policy': policy = '', ...rest } = folder;
    expect(ask('/media/A/x', rest)).toBe('MalformedPolicy');
    expect(ask('/media/A/x', { 'CloudFront-Policy': policy, 'CloudFront-Key-Pair-Id': 'K1' })).toBe(
      'AccessDenied',
    );
  });

  it('by a key that the group does not hold is refused, also under a trusted name', () => {
    expect(ask('/media/A/x', { ...folder, 'CloudFront-Key-Pair-Id': 'K2' })).toBe('InvalidKey');
    const forged = signed(policyFor(`${HOST}/media/A/*`), { privateKey: foreign });
    expect(ask('/media/A/x', forged)).toBe('AccessDenied');
  });

  it('ends at its second, and begins at one where it says so', () => {
    expect(ask('/media/A/x', folder, NOW + 44_999)).toBe('passed');
    expect(ask('/media/A/x', folder, NOW + 45_000)).toBe('AccessDenied');
    const later = policyFor(`${HOST}/media/A/*`, undefined, {
      DateGreaterThan: { 'AWS:EpochTime': NOW / 1000 + 10 },
    });
    expect(ask('/media/A/x', signed(later))).toBe('AccessDenied');
    expect(ask('/media/A/x', signed(later), NOW + 11_000)).toBe('passed');
  });

  it('opens nothing of another asset, also not by a path or a query that holds its own', () => {
    for (const path of [
      '/media/B/x',
      '/media/AB/x',
      '/media/B/x?u=/media/A/x',
      '/media/B/media/A/x',
      '/media/A',
    ])
      expect([path, ask(path, folder)]).toEqual([path, 'AccessDenied']);
  });

  it('with a wildcard for the host would: any text fits a star', () => {
    const loose = signed(policyFor('https://*/media/A/*'));
    expect(ask('/media/B/x?u=/media/A/x', loose)).toBe('passed');
  });

  it('knows the question mark as one character, and schemes by a star', () => {
    expect(ask('/media/A/x', signed(policyFor('http*://d1.cloudfront.net/media/?/x')))).toBe('passed');
    expect(ask('/media/AA/x', signed(policyFor('http*://d1.cloudfront.net/media/?/x')))).toBe('AccessDenied');
  });

  it('whose policy was changed after it was signed is refused', () => {
    const wider = signed(policyFor(`${HOST}/*`), { privateKey: foreign });
    const mixed = { ...folder, 'CloudFront-Policy': wider['CloudFront-Policy'] ?? '' };
    expect(ask('/media/A/x', mixed)).toBe('AccessDenied');
    expect(ask('/media/A/x', { ...folder, 'CloudFront-Policy': 'e30_' })).toBe('MalformedPolicy');
  });
});
