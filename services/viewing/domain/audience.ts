import type { Viewing } from './viewing.ts';

/** Parts that a recording is divided into to see where people stop. */
const BINS = 20;

/** How a recording was watched: numbers of people. `stopped` are those who have not finished it, by where they are. */
export type Audience = {
  readonly viewers: number;
  readonly finished: number;
  readonly stopped: number[];
};

export const NOBODY: Audience = { viewers: 0, finished: 0, stopped: Array.from({ length: BINS }, () => 0) };

type Place = Pick<Viewing, 'position' | 'durationSeconds' | 'finished' | 'version'>;

/** The part in which somebody stands; undefined for who has finished, or has not begun. */
const binOf = ({ position, durationSeconds, finished, version }: Place): number | undefined => {
  if (finished || version === 0) return undefined;
  return durationSeconds === 0 ? 0 : Math.min(BINS - 1, Math.floor((BINS * position) / durationSeconds));
};

/** The numbers that one person adds. */
const one = (viewing: Place): Audience => ({
  viewers: viewing.version > 0 ? 1 : 0,
  finished: viewing.finished ? 1 : 0,
  stopped: NOBODY.stopped.map((_, bin) => (bin === binOf(viewing) ? 1 : 0)),
});

const combined = (a: Audience, b: Audience, sign: 1 | -1): Audience => ({
  viewers: a.viewers + sign * b.viewers,
  finished: a.finished + sign * b.finished,
  stopped: a.stopped.map((count, bin) => count + sign * (b.stopped[bin] ?? 0)),
});

/** What changes in an audience when one person's state does: added up, the changes are the audience itself. */
export const changeOf = (before: Place, after: Place): Audience => combined(one(after), one(before), -1);

export const audienceOf = (viewings: readonly Place[]): Audience =>
  viewings.reduce((sum, viewing) => combined(sum, one(viewing), 1), NOBODY);

export const together = (audiences: readonly Audience[]): Audience =>
  audiences.reduce((sum, audience) => combined(sum, audience, 1), NOBODY);

export const isNoChange = ({ viewers, finished, stopped }: Audience): boolean =>
  viewers === 0 && finished === 0 && stopped.every((count) => count === 0);
