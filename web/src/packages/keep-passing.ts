import type { Pass } from '../../package-player/src/protocol.ts';
import type { Problem } from '../api/types.ts';
import { type Moment, msBetween } from '../state/moment.ts';

/** Another pass is asked for when less than this is left, ms. */
const SPARE_MS = 10_000;

/** A pass and how long it holds from before it was asked for. */
export type Granted = { readonly pass: Pass; readonly from: Moment; readonly forMs: number };

type Parts = {
  readonly ask: () => Promise<Granted | Problem>;
  readonly now: () => Moment;
  readonly given: (pass: Pass) => void;
  /** None is given any more. */
  readonly lost: () => void;
};

/**
 * Keeps the pass of a package that is shown: gives the function that looks whether another is needed. One is asked for at
 * a time, however slow the answer.
 */
export const keepPassing = (first: Omit<Granted, 'pass'>, { ask, now, given, lost }: Parts) => {
  let held = first;
  let asking: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    const asked = await ask();
    if ('pass' in asked) {
      held = asked;
      given(asked.pass);
    } else if (asked.code === 'not-found' || asked.code === 'enrolment-needed') lost();
  };
  return async (): Promise<void> => {
    if (!asking && msBetween(held.from, now()) < held.forMs - SPARE_MS) return;
    asking ??= renew().finally(() => {
      asking = undefined;
    });
    await asking;
  };
};
