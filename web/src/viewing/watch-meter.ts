/** Seconds of a recording that played, from and up to. */
export type Span = readonly [from: number, to: number];

/** What was seen since the last beat, and where the picture was when it was last looked at. */
export type Meter = {
  readonly spans: readonly Span[];
  readonly last: { readonly position: number; readonly at: number } | undefined;
};

/** One look at a player: seconds of the recording, ms of a clock that nobody sets. */
export type Look = {
  readonly position: number;
  readonly at: number;
  readonly isPlaying: boolean;
  /** Seconds of the recording in a second. */
  readonly rate: number;
};

/** Players tell of their position four times a second, in a tab that nobody sees once; a second of doubt. */
const LATE_S = 1;
/** One beat holds no more pieces: who jumps about so much is looking for something. */
const SPANS_OF_A_BEAT = 30;

export const newMeter = (last?: Meter['last']): Meter => ({ spans: [], last });

/** Whether everything between two looks played: as much as the time between them lets pass, and forwards. */
const isContinuous = ({ last }: Meter, { position, at, rate }: Look): boolean => {
  if (!last) return false;
  const moved = position - last.position;
  return moved > 0 && moved <= ((at - last.at) / 1000) * rate + LATE_S;
};

/** The meter when the viewer jumps: what comes next is looked at anew. */
export const skip = (meter: Meter): Meter => ({ ...meter, last: undefined });

/** The meter after a look. A jump is no watching, whichever way and however it was made. */
export function look(meter: Meter, seen: Look): Meter {
  const { position, at, isPlaying } = seen;
  const last = isPlaying ? { position, at } : undefined;
  if (!meter.last || !isContinuous(meter, seen)) return { ...meter, last };
  const from = meter.last.position;
  const before = meter.spans.at(-1);
  const spans: readonly Span[] =
    before && before[1] === from
      ? [...meter.spans.slice(0, -1), [before[0], position]]
      : [...meter.spans, [from, position]];
  return { spans: spans.slice(-SPANS_OF_A_BEAT), last };
}

/**
 * The spans in whole seconds, as they are sent: a second that has begun to play counts once it is over, and so the parts
 * of one second that two beats hold make it up together.
 */
export const wholeSeconds = (spans: readonly Span[]): [number, number][] =>
  spans
    .map(([from, to]): [number, number] => [Math.floor(from), Math.floor(to)])
    .filter(([from, to]) => to > from);
