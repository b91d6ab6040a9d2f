import { afterEach, expect, it, vi } from 'vitest';
import { followCall, followNetwork, network, onceReachable, pauseBeforeLook } from './network.ts';

/** A call that begins and ends now. */
const noteAnswer = (status: number): void => followCall()(status);

/** What follows the network at the end of a test: the store is that of all files that a worker goes through. */
const followers: (() => void)[] = [];

/** The device that the page would follow, with the requests that it cannot send. */
const stubDevice = () => {
  const device = { onLine: true };
  const ears = new EventTarget();
  const fetch = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('navigator', device);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  const { listen } = network;
  vi.spyOn(network, 'listen').mockImplementation((listener) => {
    const stop = listen(listener);
    followers.push(stop);
    return stop;
  });
  vi.stubGlobal('addEventListener', ears.addEventListener.bind(ears));
  return { device, fetch, tell: (what: 'online' | 'offline') => ears.dispatchEvent(new Event(what)) };
};

afterEach(() => {
  for (const stop of followers.splice(0)) stop();
  network.set(true);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('looks for a network that is gone less and less often, and not at all while the device says there is none', async () => {
  vi.useFakeTimers();
  const { device, fetch, tell } = stubDevice();
  followNetwork();
  noteAnswer(0);
  await vi.advanceTimersByTimeAsync(600_000);
  // Four a minute at first, one a minute in the end.
  expect(fetch.mock.calls.length).toBeLessThan(15);
  expect(fetch.mock.calls.length).toBeGreaterThan(8);
  device.onLine = false;
  const before = fetch.mock.calls.length;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(fetch.mock.calls.length).toBe(before);
  tell('online');
  expect(network.get()).toBe(true);
  expect([0, 1, 2, 9].map(pauseBeforeLook)).toEqual([4_000, 8_000, 16_000, 60_000]);
});

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

it('tells whoever waits for it at once when another call has found the network meanwhile', () => {
  const then = vi.fn();
  noteAnswer(0);
  noteAnswer(200);
  const stop = onceReachable(then);
  expect(then).toHaveBeenCalledTimes(1);
  noteAnswer(0);
  noteAnswer(200);
  expect(then).toHaveBeenCalledTimes(2);
  stop();
});

it('hears nothing of a call that began before the device told of a change', () => {
  const { tell } = stubDevice();
  followNetwork();
  const answered = followCall();
  tell('offline');
  answered(200);
  expect(network.get()).toBe(false);
  const unanswered = followCall();
  tell('online');
  unanswered(0);
  expect(network.get()).toBe(true);
  noteAnswer(0);
  expect(network.get()).toBe(false);
});
