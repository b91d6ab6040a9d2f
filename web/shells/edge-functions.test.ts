import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdgeFunction } from '../../local/cloudfront/function-runtime.ts';
import { pageAt, shellFile, sitePages } from '../src/pages.ts';
import { edgeFunctions } from './edge-functions.ts';

const local = edgeFunctions(true);
const onRequest = new EdgeFunction('request', local.fileForAddress);
const onResponse = new EdgeFunction('response', local.statusOfAnswer);

type Request = { readonly uri: string };
type Response = { readonly statusCode: number };

const fileFor = (uri: string): string => (onRequest.run({ request: { uri } }) as Request).uri;
const statusOf = (uri: string, statusCode: number): number =>
  (onResponse.run({ request: { uri }, response: { statusCode } }) as Response).statusCode;

const part = fc.oneof(
  fc.stringMatching(/^[a-z0-9-]{1,20}$/),
  fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  fc.string({ unit: 'grapheme', minLength: 1 }).map(encodeURIComponent),
);
const address = fc
  .tuple(fc.constantFrom(...sitePages.map(([, { path }]) => path ?? '/')), fc.array(part, { minLength: 3 }))
  .map(([path, parts]) => {
    let at = 0;
    return path.replace(/:\w+/g, () => parts[at++] ?? '');
  });

describe('edge', () => {
  it('answers every address of a page with the shell of the page that the router shows', () => {
    fc.assert(
      fc.property(address, (uri) => {
        expect(fileFor(uri)).toBe(`/${shellFile(pageAt(uri))}`);
        expect(statusOf(uri, 200)).toBe(200);
      }),
    );
  });

  it('answers any other address with the page that says so, as a 404', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const uri = `/${parts.join('/')}`;
        fc.pre(pageAt(uri) === 'not-found' && !parts.at(-1)?.includes('.'));
        expect(fileFor(uri)).toBe('/pages/not-found.html');
        for (const shown of [uri, fileFor(uri)]) expect(statusOf(shown, 200)).toBe(404);
        expect(statusOf(uri, 304)).toBe(304);
      }),
    );
  });

  it('leaves files alone, and opens the pages of the API', () => {
    for (const file of ['/assets/core-12345678.js', '/service-worker.js', '/logo.svg', '/docs/openapi.json'])
      expect(fileFor(file)).toBe(file);
    expect(fileFor('/docs')).toBe('/docs/index.html');
    expect(statusOf('/logo.svg', 200)).toBe(200);
  });

  it('stays within what CloudFront takes for a function', () => {
    for (const code of Object.values(local)) expect(Buffer.byteLength(code)).toBeLessThan(10_240);
  });
});
