/** What enrolment events told about one person in one run: whether the seat is held, as of the highest version seen. */
export type Seat = {
  readonly personId: string;
  readonly courseId: string;
  readonly runId: string;
  readonly held: boolean;
  /** Of the enrolment; a later event has a higher one, in whichever order they arrive. */
  readonly version: number;
};

/** The run whose seat lets a person take the quizzes of the course; the latest one when there are several. */
export const runOfSeat = (seats: readonly Seat[]): string | undefined =>
  seats
    .filter((seat) => seat.held)
    .map((seat) => seat.runId)
    .sort()
    .at(-1);
