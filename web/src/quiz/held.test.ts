import { describe, expect, it } from 'vitest';
import { createHeld } from './held.ts';

/** Counts how often something was loaded; `ok` says how it goes. */
const loading = () => {
  const held = createHeld<{ ok: boolean; no: number }>();
  const world = { held, loads: 0, ok: true };
  const load = () =>
    held.load('photo', async () => {
      world.loads += 1;
      return { ok: world.ok, no: world.loads };
    });
  return { world, load };
};

describe('createHeld', () => {
  it('loads once for all who ask at the same time, and keeps nothing after them', async () => {
    const { world, load } = loading();
    expect(await Promise.all([load(), load()])).toEqual([
      { ok: true, no: 1 },
      { ok: true, no: 1 },
    ]);
    await load();
    expect(world.loads).toBe(2);
  });

  it('keeps what is used until the last lets it go', async () => {
    const { world, load } = loading();
    const [one, other] = [world.held.hold('photo'), world.held.hold('photo')];
    await load();
    one();
    await load();
    expect(world.loads).toBe(1);
    other();
    await load();
    expect(world.loads).toBe(2);
  });

  it('tries a failure again', async () => {
    const { world, load } = loading();
    world.held.hold('photo');
    world.ok = false;
    expect(await load()).toMatchObject({ ok: false });
    world.ok = true;
    expect(await load()).toEqual({ ok: true, no: 2 });
  });
});
