export type Seat = 'taken' | 'mine' | 'free';
export type SeatsPicture = {
  readonly cells: readonly Seat[];
  /** How many seats one cell stands for. */
  readonly each: number;
};

/** More cells than this are a wall, not a picture. */
const MAX_CELLS = 40;

/** Seats of a run as a row of cells, taken ones first; large rooms share a cell, rounded so that full looks full. */
export const seatsPicture = (seats: number, taken: number, mine: boolean): SeatsPicture => {
  const each = Math.max(1, Math.ceil(seats / MAX_CELLS));
  const count = Math.ceil(seats / each);
  const bounded = Math.min(Math.max(taken, 0), seats);
  const filled = bounded === seats ? count : Math.min(count - 1, Math.ceil(bounded / each));
  const cells = Array.from({ length: count }, (_, at): Seat => (at < filled ? 'taken' : 'free'));
  if (mine && filled > 0) cells[filled - 1] = 'mine';
  return { cells, each };
};
