/** One caption: what is said from one instant of a recording to another. Whole milliseconds from its beginning. */
export type Cue = {
  readonly startMs: number;
  readonly endMs: number;
  /** One or more lines; may hold the few tags of WebVTT, such as `<i>`. */
  readonly text: string;
  /** Where it stands on the picture, in the words of WebVTT, such as `line:10%`. */
  readonly settings?: string | undefined;
};

/** In the order in which they are shown; those that begin together keep the order they had. */
export const inOrder = <C extends Cue>(cues: readonly C[]): C[] =>
  cues.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);

/** `1:02:03.400`, or `02:03.400` below an hour: how WebVTT writes an instant. */
export const timestampOf = (ms: number): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(ms % 1000).padStart(3, '0')}`;
  return hours > 0 ? `${two(hours)}:${rest}` : rest;
};
