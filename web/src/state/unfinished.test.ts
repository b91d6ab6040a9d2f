import { expect, it } from 'vitest';
import { beginUnfinished, isUnfinishedChoice, unfinishedFields } from './unfinished.ts';

it('counts each field once, however often it ends', () => {
  const [endName, endGoal] = [beginUnfinished(), beginUnfinished()];
  expect(unfinishedFields.get()).toBe(2);
  endName();
  endName();
  expect(unfinishedFields.get()).toBe(1);
  endGoal();
  expect(unfinishedFields.get()).toBe(0);
});

it('counts a choice from when it is made until its form is sent, and none outside of a form', () => {
  const poster = { value: 'poster', turn: 0 };
  const is = (now: typeof poster | { value: string; turn: undefined }, made: typeof now | undefined) =>
    isUnfinishedChoice(now, { first: 'website', made });
  expect(is({ value: 'website', turn: 0 }, undefined)).toBe(false);
  expect(is(poster, poster)).toBe(true);
  expect(is(poster, undefined), 'set by the page').toBe(false);
  expect(is({ value: 'website', turn: 0 }, { value: 'website', turn: 0 }), 'chosen back').toBe(false);
  expect(is({ value: 'poster', turn: 1 }, poster), 'sent').toBe(false);
  const filter = { value: 'poster', turn: undefined };
  expect(is(filter, filter)).toBe(false);
});
