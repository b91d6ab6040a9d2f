/** A recording's audience as the service counts it: people, and where those who have not finished stopped. */
export type Audience = {
  readonly viewers: number;
  readonly finished: number;
  readonly stopped: readonly number[];
};

/** One part of the recording: who went on from it, and who stopped in it. */
export type Step = { readonly stay: number; readonly left: number };

/** The audience as stairs: everybody who began stands on the first, whoever stops leaves the next one lower. */
export const stairsOf = ({ viewers, stopped }: Pick<Audience, 'viewers' | 'stopped'>): readonly Step[] => {
  let here = viewers;
  return stopped.map((left) => {
    here -= left;
    return { stay: Math.max(0, here), left };
  });
};

/** The part in which most people stopped, the earliest of several; undefined when nobody did. */
export const mostLeft = (stopped: readonly number[]): number | undefined => {
  const most = Math.max(0, ...stopped);
  return most === 0 ? undefined : stopped.indexOf(most);
};
