import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepPlayer, PlayerMissing } from './keep-player.ts';

/** What a worker does with the question; left out, it dies before it answers. */
const worker = (answer?: boolean) => ({
  postMessage: (_: unknown, [port]: readonly [MessagePort]) => {
    if (answer !== undefined) port.postMessage(answer);
  },
});
const withWorkers = (ready: Promise<{ active: ReturnType<typeof worker> }>) =>
  vi.stubGlobal('navigator', { serviceWorker: { controller: null, ready } });

describe('keepPlayer', () => {
  const stop = () => new AbortController();
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits on the first visit, when no worker answers for the page yet', async () => {
    const { promise, resolve } = Promise.withResolvers<{ active: ReturnType<typeof worker> }>();
    withWorkers(promise);
    let isKept = false;
    const kept = keepPlayer(stop().signal).then(() => {
      isKept = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isKept).toBe(false);
    resolve({ active: worker(true) });
    await kept;
  });

  it('fails when the worker could not fetch the player', async () => {
    withWorkers(Promise.resolve({ active: worker(false) }));
    await expect(keepPlayer(stop().signal)).rejects.toThrow(PlayerMissing);
  });

  it.each([
    ['dies before it answers', Promise.resolve({ active: worker() })],
    ['never comes', new Promise<never>(() => {})],
  ])('gives up when the worker %s', async (_, ready) => {
    withWorkers(ready);
    const kept = expect(keepPlayer(stop().signal)).rejects.toThrow(PlayerMissing);
    await vi.advanceTimersByTimeAsync(180_000);
    await kept;
  });

  it('stops with the download it is for', async () => {
    withWorkers(new Promise<never>(() => {}));
    const download = stop();
    const kept = expect(keepPlayer(download.signal)).rejects.toThrow('paused');
    download.abort(new Error('paused'));
    await kept;
  });
});
