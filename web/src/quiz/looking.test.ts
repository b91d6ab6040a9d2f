import { afterEach, expect, it, vi } from 'vitest';
import { startLooking } from './looking.ts';

afterEach(() => vi.unstubAllGlobals());

it('counts while the page is on screen, and each moment once', () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page);
  let now = 1_000;
  const looking = startLooking(() => now);
  const pass = (ms: number, hidden = page.hidden) => {
    now += ms;
    page.hidden = hidden;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  now += 2_000;
  expect(looking.take()).toBe(2_000);
  pass(3_000, true);
  pass(600_000, false);
  now += 1_000;
  expect(looking.take()).toBe(4_000);
  expect(looking.take()).toBe(0);
  looking.stop();
});
