import { describe, expect, it } from 'vitest';
import { type PassAnswer, Passes } from './passes.ts';

const granted: PassAnswer = { ok: true, body: { validForSeconds: 45 } };
const refused: PassAnswer = {
  ok: false,
  problem: { type: '', code: 'enrolment-needed', title: '', status: 403 },
};
const FILE = '/media/A/h/480p/1.m4s';

function passesWith(answers: PassAnswer[] = []) {
  const state = { now: 0, wall: 0, person: 'P' as string | undefined, asked: [] as string[] };
  const passes = new Passes({
    ask: async (assetId) => {
      state.asked.push(assetId);
      return answers.shift() ?? granted;
    },
    person: () => state.person,
    now: () => [state.now, state.wall],
  });
  return { passes, state };
}

describe('a pass', () => {
  it('is asked for once, and again when ten seconds of it are left', async () => {
    const { passes, state } = passesWith();
    await passes.obtain(FILE);
    state.now = 34_999;
    await passes.obtain('/media/A/h/master.m3u8');
    expect(state.asked).toEqual(['A']);
    state.now = 35_000;
    await passes.obtain(FILE);
    expect(state.asked).toEqual(['A', 'A']);
  });

  it('has ended after a sleep in which the steady clock stood still, and not when a clock is set back', async () => {
    const { passes, state } = passesWith();
    await passes.obtain(FILE);
    state.wall = -3_600_000;
    await passes.obtain(FILE);
    expect(state.asked).toEqual(['A']);
    state.wall = 600_000;
    await passes.obtain(FILE);
    expect(state.asked).toEqual(['A', 'A']);
  });

  it('is asked for once by several who need it at the same time', async () => {
    const { passes, state } = passesWith();
    await Promise.all([FILE, FILE, FILE].map((file) => passes.obtain(file)));
    expect(state.asked).toEqual(['A']);
  });

  it('is for one asset and one person', async () => {
    const { passes, state } = passesWith();
    await passes.obtain(FILE);
    await passes.obtain('/media/B/h/1.m4s');
    state.person = undefined;
    await passes.obtain(FILE);
    expect(state.asked).toEqual(['A', 'B', 'A']);
  });

  it('is asked for anew after a refusal by the edge, and after one by the service', async () => {
    const { passes, state } = passesWith([granted, granted, refused]);
    await passes.obtain(FILE);
    await passes.obtain(FILE, true);
    expect((await passes.obtain(FILE, true))?.code).toBe('enrolment-needed');
    expect(state.asked).toHaveLength(3);
  });

  it('is needed by files of recordings alone', async () => {
    const { passes, state } = passesWith();
    expect(await passes.obtain('/assets/a.js')).toBeUndefined();
    expect(state.asked).toEqual([]);
  });
});
