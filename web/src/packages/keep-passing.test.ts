import { describe, expect, it } from 'vitest';
import type { Problem } from '../api/types.ts';
import { type Granted, keepPassing } from './keep-passing.ts';

const PASS = { launch: '/packages/A/h/index.html', cookies: [], validForSeconds: 45 };
const problem = (code: string): Problem => ({ type: '', code, title: '', status: 404 });

function shown(answers: Problem[] = []) {
  const state = { steady: 0, wall: 0, asked: 0, given: 0, lost: 0 };
  const now = () => [state.steady, state.wall];
  const ask = async (): Promise<Granted | Problem> => {
    state.asked += 1;
    return answers.shift() ?? { pass: PASS, from: now(), forMs: 45_000 };
  };
  const given = () => {
    state.given += 1;
  };
  const lost = () => {
    state.lost += 1;
  };
  return { state, look: keepPassing({ from: now(), forMs: 45_000 }, { ask, now, given, lost }) };
}

describe('the pass of a package that is shown', () => {
  it('is asked for again when ten seconds are left', async () => {
    const { state, look } = shown();
    state.steady = 34_999;
    await look();
    expect(state.asked).toBe(0);
    state.steady = 35_000;
    await look();
    await look();
    expect([state.asked, state.given]).toEqual([1, 1]);
  });

  it('has ended after a sleep in which the steady clock stood still', async () => {
    const { state, look } = shown();
    state.wall = 600_000;
    await look();
    expect([state.asked, state.given]).toEqual([1, 1]);
  });

  it('is asked for once while the answer is slow', async () => {
    const { state, look } = shown();
    state.steady = 40_000;
    await Promise.all([look(), look(), look()]);
    expect(state.asked).toBe(1);
  });

  it('is lost when the service gives none, and not while nobody can be asked', async () => {
    const { state, look } = shown([problem('offline'), problem('not-found')]);
    state.steady = 40_000;
    await look();
    expect(state.lost).toBe(0);
    await look();
    expect([state.asked, state.lost]).toEqual([2, 1]);
  });
});
