import type { LessonStatus } from '../../../shared/contract/package-data.ts';

/**
 * What the page of the site and the page that plays a package say to each other, over a port that the first one hands
 * over as it begins. The player's end can be reached by the package: what comes from there is looked at before it is
 * taken (web/src/packages/from-player.ts).
 */

export type Score = { readonly raw: number; readonly min?: number; readonly max?: number };

/** What opens the files of the package for less than a minute. */
export type Pass = {
  readonly launch: string;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  readonly validForSeconds: number;
};

/** What the package goes on from. */
export type Start = {
  readonly status: LessonStatus;
  readonly location: string;
  readonly suspendData: string;
  readonly score?: Score | undefined;
  readonly totalSeconds: number;
  readonly earlierSessions: number;
};

/** What the package wants kept. */
export type Commit = {
  readonly status: LessonStatus;
  readonly location: string;
  readonly suspendData: string;
  readonly score?: Score;
  readonly sessionSeconds: number;
};

/** The first message, by `postMessage` with the port. */
export type Play = {
  readonly kind: 'play';
  readonly title: string;
  readonly start: Start;
  readonly pass: Pass;
};

/** Over the port, to the player. */
export type ToPlayer =
  | { readonly kind: 'pass'; readonly pass: Pass }
  /** The package is to be closed: it may say its last word. */
  | { readonly kind: 'end' };

/** Over the port, from the player. */
export type FromPlayer =
  | { readonly kind: 'commit'; readonly commit: Commit }
  /** The package stands. */
  | { readonly kind: 'opened' }
  /** The edge gave no file: the pass had ended, or the package is gone. */
  | { readonly kind: 'closed' }
  /** This browser keeps no cookies for a page inside a page of another site. */
  | { readonly kind: 'no-cookies' }
  /** Everything was said after `end`. */
  | { readonly kind: 'ended' };
