/** A code that opens one asset at a television, as the library's events tell of it. */
export type TvCode = {
  /** SHA-256 of the six digits, hex. */
  readonly codeDigest: string;
  /** Absent once the code was closed before its time. */
  readonly assetId?: string;
  readonly closesAt: string;
  /** Digits may be drawn again: what is told of them is ordered by this. */
  readonly version: number;
  /** Whether somebody has typed it: a screen that plays asks again every half minute. */
  readonly typed?: boolean;
};

/**
 * First tries of codes in an hour, right or wrong, by everybody together. Of a million codes a few are open at a time, so
 * guessing finds one in about a month, and a code lives for a day.
 */
export const TRIES_PER_HOUR = 300;

/** The asset that a code opens now. */
export const openedBy = ({ assetId, closesAt }: TvCode, at: string): string | undefined =>
  at < closesAt ? assetId : undefined;
