/** Does something at once, and then no sooner after the last time than whoever asks for it wants. */
export const paced = (act: () => void) => {
  let last = Number.NEGATIVE_INFINITY;
  let due = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    last = performance.now();
    act();
  };
  return {
    /** Asks for it `apartMs` after the last time, or sooner when somebody wanted that. */
    ask: (apartMs: number): void => {
      const wanted = Math.max(performance.now(), last + apartMs);
      if (wanted >= due) return;
      clearTimeout(timer);
      due = wanted;
      if (wanted <= performance.now()) run();
      else timer = setTimeout(run, wanted - performance.now());
    },
    /** What was asked for is done now. */
    flush: (): void => {
      if (Number.isFinite(due)) run();
    },
  };
};
