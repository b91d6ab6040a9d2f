import type { api } from '../api/api.ts';

type Answer = Awaited<ReturnType<typeof api.startAttempt>>;

/** A seat that was just taken is heard of within seconds where attempts are opened. Milliseconds between tries. */
export const SEAT_PAUSE_MS = 1_000;

/**
 * Starts an attempt, up to `tries` times while the seat is not heard of and the person still waits for it: whoever has left
 * the page must not have a clock begin behind it.
 */
export const onceSeated = async (
  start: () => Promise<Answer>,
  { tries, isWanted }: { readonly tries: number; readonly isWanted: () => boolean },
): Promise<Answer> => {
  const answer = await start();
  if (answer.ok || tries <= 1 || answer.problem.code !== 'not-enrolled') return answer;
  await new Promise((resolve) => setTimeout(resolve, SEAT_PAUSE_MS));
  return isWanted() ? onceSeated(start, { tries: tries - 1, isWanted }) : answer;
};
