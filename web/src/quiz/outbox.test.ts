import { describe, expect, it, vi } from 'vitest';
import { createOutbox, type OutboxState } from './outbox.ts';

/** An outbox whose pauses end when the test says so, with `left` things to send over a line that is up or down. */
const outboxWith = (left: number) => {
  const line = { isUp: true, left, sends: 0 };
  const states: OutboxState[] = [];
  const pauses: number[] = [];
  let endPause = (): void => undefined;
  const outbox = createOutbox({
    hasWork: () => line.left > 0,
    sendAll: async () => {
      line.sends += 1;
      if (line.isUp) line.left = 0;
      return line.isUp;
    },
    pause: (ms, signal) =>
      new Promise((resolve) => {
        pauses.push(ms);
        endPause = resolve;
        signal.addEventListener('abort', () => resolve());
      }),
    onState: (state) => states.push(state),
  });
  return { line, states, pauses, outbox, endPause: () => endPause() };
};

describe('createOutbox', () => {
  it('waits longer after every failure, and anew from the first pause once it is woken', async () => {
    const { line, states, pauses, outbox, endPause } = outboxWith(1);
    line.isUp = false;
    outbox.wake();
    for (const expected of [[1_000], [1_000, 2_000], [1_000, 2_000, 4_000]]) {
      await vi.waitFor(() => expect(pauses).toEqual(expected));
      endPause();
    }
    await vi.waitFor(() => expect(pauses).toHaveLength(4));
    outbox.wake();
    await vi.waitFor(() => expect(pauses.at(-1)).toBe(1_000));
    line.isUp = true;
    outbox.wake();
    await vi.waitFor(() => expect(states.at(-1)).toBe('idle'));
    // While it waits it says so and nothing else, however often it tries.
    expect(states.filter((state, at) => state !== states[at - 1])).toEqual(['sending', 'waiting', 'idle']);
  });

  it('sends nothing when there is nothing, and starts again whenever there is', async () => {
    const { line, outbox, states } = outboxWith(0);
    outbox.wake();
    await vi.waitFor(() => expect(states).toEqual(['idle']));
    expect(line.sends).toBe(0);
    line.left = 1;
    outbox.wake();
    await vi.waitFor(() => expect(line.left).toBe(0));
  });
});
