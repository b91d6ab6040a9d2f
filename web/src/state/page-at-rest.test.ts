import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteUnderWay, pageAtRest } from './page-at-rest.ts';

const call = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  noteUnderWay(promise);
  return resolve;
};

describe('page at rest', () => {
  let isAtRest = false;

  beforeEach(() => {
    vi.useFakeTimers();
    isAtRest = false;
  });
  afterEach(() => vi.useRealTimers());

  const wait = () =>
    void pageAtRest().then(() => {
      isAtRest = true;
    });

  it('comes a little after the last answer, and not between two reads that follow each other', async () => {
    const answerFirst = call();
    wait();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(isAtRest).toBe(false);
    answerFirst();
    await vi.advanceTimersByTimeAsync(100);
    const answerSecond = call();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(isAtRest).toBe(false);
    answerSecond();
    await vi.advanceTimersByTimeAsync(600);
    expect(isAtRest).toBe(true);
  });

  it('does not wait for ever for an answer', async () => {
    const answer = call();
    wait();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isAtRest).toBe(true);
    answer();
  });
});
