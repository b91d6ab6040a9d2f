/**
 * What a batch call left undone was throttled: asked for again at once it would be left again. Waits some milliseconds, with
 * full jitter, longer after each of the `rounds` before.
 */
export const pauseWhenThrottled = (rounds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(25 * 2 ** rounds, 1000)));
