/**
 * Counts the milliseconds during which the page is on screen, from now on. `take` gives those since it was last asked;
 * `stop` ends that the page is followed.
 */
export const startLooking = (clock: () => number = () => performance.now()) => {
  let sum = 0;
  let since = document.hidden ? undefined : clock();
  const note = (): void => {
    const now = clock();
    if (since !== undefined) sum += now - since;
    since = document.hidden ? undefined : now;
  };
  document.addEventListener('visibilitychange', note);
  return {
    take: (): number => {
      note();
      const taken = Math.round(sum);
      sum = 0;
      return taken;
    },
    stop: (): void => document.removeEventListener('visibilitychange', note),
  };
};
