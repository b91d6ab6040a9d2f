import { expect, it } from 'vitest';
import { leftOf } from './room.ts';

const quota = {
  person: { day: { limit: 100, used: 40 }, room: { limit: 500, used: 100 } },
  centre: { day: { limit: 400, used: 390 }, room: { limit: 5000, used: 0 } },
};

it('is the smallest of what a person, the centre and the disk of one machine still take', () => {
  expect(leftOf(quota)).toEqual({ day: 10, room: 400 });
  expect(leftOf(quota, 50)).toEqual({ day: 10, room: 50 });
  expect(leftOf(quota, 5)).toEqual({ day: 5, room: 5 });
});

it('is nothing, and never less, once a limit was passed', () => {
  expect(leftOf({ ...quota, centre: { ...quota.centre, day: { limit: 1, used: 9 } } })).toMatchObject({
    day: 0,
  });
});
