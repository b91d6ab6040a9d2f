import { afterEach, describe, expect, it, vi } from 'vitest';
import { network } from '../state/network.ts';
import { pause } from './pause.ts';

const never = new AbortController().signal;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  network.set(true);
});

describe('a pause of what is being sent', () => {
  it('ends by itself in a tab that nobody looks at, though the last call got no answer', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', { onLine: true });
    network.set(false);
    const over = pause(1_000, never);
    await vi.advanceTimersByTimeAsync(1_000);
    await expect(over).resolves.toBeUndefined();
  });

  it('lasts as long as the device knows that it is off every network', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', { onLine: false });
    network.set(false);
    const ended = vi.fn();
    const over = pause(1_000, never).then(ended);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended).not.toHaveBeenCalled();
    network.set(true);
    await over;
    expect(ended).toHaveBeenCalled();
  });

  it('ends at once when it is stopped', async () => {
    const stop = new AbortController();
    const over = pause(60_000, stop.signal);
    stop.abort();
    await expect(over).resolves.toBeUndefined();
  });
});
