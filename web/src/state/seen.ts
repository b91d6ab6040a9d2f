import type { Problem } from '../api/types.ts';
import { isWithdrawn, type KeptAnswer } from '../kept/keeping.ts';

/**
 * What a page shows of something it asked for: nothing yet, a refusal, or data. `since` is there while the data are
 * those of an earlier time (ms since 1970), `behind` says why they could not be brought up to date.
 */
export type Seen<T> = {
  readonly data?: T;
  readonly since?: number;
  readonly problem?: Problem;
  readonly behind?: Problem;
};

/** The answer kept on the device counts as long as there is nothing newer. */
export const afterKept = <T>(before: Seen<T>, { body, at }: KeptAnswer<T>): Seen<T> =>
  before.data === undefined && !before.problem ? { data: body, since: at } : before;

/** Data stay when they cannot be renewed, unless they are of an earlier time and have been withdrawn since. */
export const afterRefusal = <T>(before: Seen<T>, problem: Problem): Seen<T> => {
  const { data, since } = before;
  const mustGo = since !== undefined && (problem.status === 401 || isWithdrawn(problem.status));
  if (data === undefined || mustGo) return { problem };
  return { data, behind: problem, ...(since !== undefined && { since }) };
};
