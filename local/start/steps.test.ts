import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Steps } from './steps.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const lasting = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

it('counts the steps, and says every ten seconds that one still goes on', async () => {
  const lines: string[] = [];
  const steps = new Steps(2, { write: (line) => lines.push(line), now: () => Date.now() });
  const built = steps.run('Building', async (note) => {
    await lasting(25_000);
    note('the site');
  });
  await vi.advanceTimersByTimeAsync(25_000);
  await built;
  const asked = steps.run('Asking', () => lasting(1000));
  await vi.advanceTimersByTimeAsync(1000);
  await asked;
  expect(lines).toEqual([
    '  1/2 Building ...',
    '      10 s',
    '      20 s',
    '  1/2 Building: 25.0 s, the site',
    '  2/2 Asking ...',
    '  2/2 Asking: 1.0 s',
  ]);
});

it('falls silent when a step fails', async () => {
  const write = vi.fn();
  const failed = new Steps(1, { write, now: () => Date.now() }).run('Building', () => {
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(write.mock.calls).toEqual([['  1/1 Building ...']]);
});
