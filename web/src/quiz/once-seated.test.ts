import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onceSeated, SEAT_PAUSE_MS } from './once-seated.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Answer = Awaited<ReturnType<typeof onceSeated>>;
const notEnrolled: Answer = {
  ok: false,
  problem: { type: '/problems/not-enrolled', code: 'not-enrolled', title: '', status: 403 },
};
const opened = { ok: true, body: { attemptId: 'a' } } as Answer;
const starting = (...answers: readonly Answer[]) => {
  const left = [...answers];
  return vi.fn(async () => left.shift() ?? notEnrolled);
};

test('is tried again while the seat is not heard of, as often as said', async () => {
  const start = starting(notEnrolled, notEnrolled, opened);
  const answer = onceSeated(start, { tries: 10, isWanted: () => true });
  await vi.advanceTimersByTimeAsync(2 * SEAT_PAUSE_MS);
  expect(await answer).toBe(opened);
  expect(start).toHaveBeenCalledTimes(3);

  const never = starting();
  const refusal = onceSeated(never, { tries: 3, isWanted: () => true });
  await vi.advanceTimersByTimeAsync(9 * SEAT_PAUSE_MS);
  expect(await refusal).toBe(notEnrolled);
  expect(never).toHaveBeenCalledTimes(3);
});

test('is not tried again once the person has left', async () => {
  let isHere = true;
  const start = starting(notEnrolled, opened);
  const answer = onceSeated(start, { tries: 10, isWanted: () => isHere });
  await vi.advanceTimersByTimeAsync(SEAT_PAUSE_MS / 2);
  isHere = false;
  await vi.advanceTimersByTimeAsync(9 * SEAT_PAUSE_MS);
  expect(await answer).toBe(notEnrolled);
  expect(start).toHaveBeenCalledTimes(1);
});
