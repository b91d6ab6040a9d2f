import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, readRoute, selectRoute } from './routes.ts';

const KEYS = [
  'GET /pets/dog/1',
  'GET /pets/dog/{id}',
  'GET /pets/{proxy+}',
  'ANY /pets/dog/{id}',
  'ANY /{proxy+}',
  'POST /',
  '$default',
];
const select = (keys: readonly string[], method: string, path: string) =>
  selectRoute(inOrder(keys.map(readRoute)), method, path);

describe('the order of selection', () => {
  test.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['POST', '/pets/dog/1', 'ANY /pets/dog/{id}'],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST', '/test/5', 'ANY /{proxy+}'],
    ['POST', '/', 'POST /'],
    ['GET', '/', '$default'],
  ])('%s %s goes to %s', (method, path, key) => {
    expect(select(KEYS, method, path)?.route.key).toBe(key);
  });

  test('a full match comes before a greedy one, however literal that one begins', () => {
    expect(select(['GET /a/{rest+}', 'GET /{first}/b'], 'GET', '/a/b')?.route.key).toBe('GET /{first}/b');
  });

  test('does not depend on the order of declaration', () => {
    const request = fc.record({
      method: fc.constantFrom('GET', 'POST', 'DELETE'),
      path: fc.constantFrom('/', '/pets', '/pets/dog/1', '/pets/dog/9', '/pets/cat/9/x', '/other'),
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(KEYS, { minLength: KEYS.length }),
        request,
        (keys, { method, path }) => {
          expect(select(keys, method, path)?.route.key).toBe(select(KEYS, method, path)?.route.key);
        },
      ),
    );
  });
});

describe('path parameters', () => {
  test('are decoded and keep any text that a client encodes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (value) => {
        const found = select(['GET /a/{id}/b'], 'GET', `/a/${encodeURIComponent(value)}/b`);
        expect(found?.pathParameters).toEqual({ id: value });
      }),
    );
  });

  test('a greedy one holds the rest', () => {
    expect(select(['GET /f/{path+}'], 'GET', '/f/a/b%20c')?.pathParameters).toEqual({ path: 'a/b c' });
  });

  test.each(['/f', '/f/', '/a', '/a/', '/a/1/'])(
    '%s is not taken by a route that is longer or shorter',
    (path) => {
      expect(select(['GET /f/{path+}', 'GET /a/{id}'], 'GET', path)).toBeUndefined();
    },
  );
});

test.each(['GET', 'get /a', 'GET a', 'GET /{x+}/b', 'GET /a b'])('"%s" is no route key', (key) => {
  expect(() => readRoute(key)).toThrow('route key');
});
