import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathMatcher } from './path-pattern.ts';

test.each([
  ['/api/*', '/api/', true],
  ['/api/*', '/api/a/b', true],
  ['/api/*', '/api', false],
  ['api/*', '/api/x', true],
  ['/API/*', '/api/x', false],
  ['*.jpg', '/a/b.jpg', true],
  ['*.jpg', '/a/bXjpg', false],
  ['/a?c', '/abc', true],
  ['/a?c', '/ac', false],
  ['/a+(b)', '/a+(b)', true],
  ['*', '/', true],
])('%s takes %s: %s', (pattern, path, taken) => {
  expect(pathMatcher(pattern)(path)).toBe(taken);
});

test('a pattern without wildcards takes exactly itself', () => {
  const path = fc.string().map((text) => `/${text.replace(/[*?]/g, '')}`);
  fc.assert(
    fc.property(path, path, (a, b) => {
      expect(pathMatcher(a)(a)).toBe(true);
      expect(pathMatcher(a)(b)).toBe(a === b);
    }),
  );
});
