import { afterEach, expect, it } from 'vitest';
import { network, noteAnswer } from './network.ts';

afterEach(() => network.set(true));

it('a refusal is an answer, also from a service that is busy; no answer is no network', () => {
  const after = (status: number, before: boolean) => {
    network.set(before);
    noteAnswer(status);
    return network.get();
  };
  expect([200, 404, 429, 500, 503].map((status) => after(status, false))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(after(0, true)).toBe(false);
  expect([after(401, false), after(401, true)]).toEqual([false, true]);
});
