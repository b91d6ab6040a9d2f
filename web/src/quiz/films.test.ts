import { expect, it } from 'vitest';
import { isFreeLine } from './films.ts';

it.each([
  [{ type: 'wifi' }, true],
  [{ type: 'wifi', saveData: true }, false],
  [{ type: 'cellular' }, false],
  // Most browsers do not tell.
  [{}, false],
])('takes the line %o for free: %o', (line, isFree) => {
  expect(isFreeLine(line)).toBe(isFree);
});
