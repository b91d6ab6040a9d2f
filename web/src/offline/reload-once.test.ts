import { expect, it } from 'vitest';
import { mayReload } from './reload-once.ts';

it('a page is loaded anew once, not round in circles', () => {
  expect(mayReload(undefined, 1_000_000)).toBe(true);
  expect(mayReload(999_000, 1_000_000)).toBe(false);
  expect(mayReload(1, 1_000_000)).toBe(true);
});
