import { describe, expect, test } from 'vitest';
import { edges, withFunction } from './distribution.suite.ts';
import { EdgeFunction } from './function-runtime.ts';

const startDeclared = edges();
const start = (eventType: string, code: string) => startDeclared(withFunction(eventType, code));

describe('a viewer-request function', () => {
  test('sees the request and can send it elsewhere', async () => {
    const { address } = await start(
      'viewer-request',
      `function handler(event) {
         const { request } = event;
         if (request.uri.startsWith('/hoc/') && !request.uri.includes('.')) request.uri = '/index.html';
         return request;
       }`,
    );
    expect(await (await fetch(`${address}/hoc/khoa-1`)).text()).toBe('<h1>Trang chủ</h1>');
  });

  test('sees headers, cookies and query in their form, and may be async', async () => {
    const { address } = await start(
      'viewer-request',
      `async function handler(event) {
         return { statusCode: 200, headers: { 'content-type': { value: 'application/json' } }, body: JSON.stringify(event) };
       }`,
    );
    const answer = await fetch(`${address}/x?a=1&a=2&b=%20`, { headers: { cookie: 's=1', 'X-Test': 'T' } });
    expect(answer.headers.get('x-cache')).toBe('FunctionGeneratedResponse from cloudfront');
    expect(await answer.json()).toMatchObject({
      version: '1.0',
      context: { eventType: 'viewer-request', distributionId: 'E1TEST' },
      viewer: { ip: '127.0.0.1' },
      request: {
        method: 'GET',
        uri: '/x',
        querystring: { a: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] }, b: { value: '%20' } },
        headers: { 'x-test': { value: 'T' } },
        cookies: { s: { value: '1' } },
      },
    });
  });

  test('can answer at once', async () => {
    const { address } = await start(
      'viewer-request',
      `const handler = () => ({
         statusCode: 302,
         headers: { location: { value: '/vi/' } },
         cookies: { lang: { value: 'vi', attributes: 'Path=/; Secure' } },
       });`,
    );
    const answer = await fetch(address, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/vi/']);
    expect(answer.headers.getSetCookie()).toEqual(['lang=vi; Path=/; Secure']);
  });

  test.each([
    ['throws', 'function handler() { throw new Error("broken"); }', 503],
    ['never ends', 'function handler() { for (;;) {} }', 503],
    ['never ends in a promise', 'async function handler() { for (;;) await null; }', 503],
    ['returns nothing', 'function handler() {}', 503],
    ['returns nonsense', 'function handler() { return { uri: "no-slash", method: "GET" }; }', 502],
    ['changes the method', 'function handler(e) { e.request.method = "PUT"; return e.request; }', 502],
    ['asks for a module', 'function handler() { return require("fs"); }', 503],
    ['asks for the process', 'function handler() { return process.env; }', 503],
    ['asks for the network', 'function handler() { return fetch("http://127.0.0.1"); }', 503],
    ['makes code of text', 'function handler() { return new Function("return 1")(); }', 503],
  ])('that %s is an error of the edge', async (_, code, status) => {
    const { address, lines } = await start('viewer-request', code);
    expect((await fetch(`${address}/app.js`)).status).toBe(status);
    expect(lines).toHaveLength(1);
  });

  test('keeps nothing from one event to the next', () => {
    const counting = new EdgeFunction('count', 'let n = 0; function handler() { n += 1; return n; }');
    expect([counting.run({}), counting.run({})]).toEqual([1, 1]);
  });

  test('that cannot be read stops the start', async () => {
    await expect(start('viewer-request', 'import cf from "cloudfront";')).rejects.toThrow(SyntaxError);
  });
});

describe('a viewer-response function', () => {
  const CODE = `function handler(event) {
    const { response } = event;
    response.headers['x-added'] = { value: event.request.uri };
    delete response.headers['cache-control'];
    return response;
  }`;

  test('changes headers and leaves the body', async () => {
    const { address } = await start('viewer-response', CODE);
    const answer = await fetch(`${address}/video.mp4`);
    expect(answer.headers.get('x-added')).toBe('/video.mp4');
    expect(answer.headers.has('cache-control')).toBe(false);
    expect((await answer.arrayBuffer()).byteLength).toBe(5000);
  });

  test('is not run for an error', async () => {
    const { address } = await start('viewer-response', CODE);
    const answer = await fetch(`${address}/nowhere`);
    expect([answer.status, answer.headers.get('x-added')]).toEqual([403, null]);
  });

  test('can replace the body', async () => {
    const { address } = await start(
      'viewer-response',
      'function handler() { return { statusCode: 200, body: "new" }; }',
    );
    expect(await (await fetch(`${address}/video.mp4`)).text()).toBe('new');
  });
});
