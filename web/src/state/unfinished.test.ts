import { expect, it } from 'vitest';
import { beginUnfinished, unfinishedFields } from './unfinished.ts';

it('counts each field once, however often it ends', () => {
  const [endName, endGoal] = [beginUnfinished(), beginUnfinished()];
  expect(unfinishedFields.get()).toBe(2);
  endName();
  endName();
  expect(unfinishedFields.get()).toBe(1);
  endGoal();
  expect(unfinishedFields.get()).toBe(0);
});
