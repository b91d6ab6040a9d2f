import { expect } from 'vitest';

/** Waits until a state holds; the last value is in the message when it never does. */
export const eventually = <T>(read: () => T | Promise<T>) =>
  expect.poll(read, { timeout: 30_000, interval: 50 });
