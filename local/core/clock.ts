/** Where the local cloud gets its time. `delay` turns a wait that AWS documents (ms) into a real one (ms). */
export type Clock = {
  readonly now: () => number;
  readonly delay: (awsMilliseconds: number) => number;
  /** When a gateway says a request with these headers came, where that is not `now`: the demo tells of earlier days. */
  readonly requestTime?: (headers: Readonly<Record<string, string | readonly string[]>>) => number;
};

/** `scale` 60 lets an hour of AWS back-off, visibility or retry pass in a minute; time of day is not scaled. */
export const systemClock = (scale = 1): Clock => ({
  now: () => Date.now(),
  delay: (awsMilliseconds) => awsMilliseconds / scale,
});
