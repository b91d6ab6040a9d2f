import { expect, it } from 'vitest';
import { isRefusal } from './edge-refusal.ts';

it.each([
  ['Error', true],
  ['html', false],
  ['svg', false],
])('a document of <%s> is a refusal of the edge: %s', (localName, is) => {
  expect(isRefusal({ documentElement: { localName } })).toBe(is);
});

it('what lets nobody look into it is one, and an empty document is none', () => {
  expect([isRefusal(null), isRefusal({ documentElement: null })]).toEqual([true, false]);
});
