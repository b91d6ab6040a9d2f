type Seat = { readonly status: string; readonly queuePosition?: number | undefined };

/** What the last press of a button gave, and what the list of seats said at that moment. */
export type Latest<S extends Seat> = {
  readonly given: S;
  readonly listed: S | undefined;
  /** Whether the list has said the same since. */
  readonly isListed: boolean;
};

/** A seat that was given up and none at all are the same to a list. */
const told = (seat: Seat | undefined): string =>
  !seat || seat.status === 'cancelled' ? 'none' : `${seat.status} ${seat.queuePosition ?? ''}`;

/**
 * What counts of the last press now that the list says `listed`. The list catches up a moment after the press; whatever
 * else it says before or after that is newer, such as a place in the queue that has become a seat.
 */
export const afterList = <S extends Seat>(
  latest: Latest<S> | undefined,
  listed: S | undefined,
): Latest<S> | undefined => {
  if (!latest) return undefined;
  if (told(listed) === told(latest.given)) return latest.isListed ? latest : { ...latest, isListed: true };
  return !latest.isListed && told(listed) === told(latest.listed) ? latest : undefined;
};
