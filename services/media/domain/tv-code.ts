/** A code that opens one asset at a television, as the library's events tell of it. */
export type TvCode = {
  /** SHA-256 of the six digits, hex. */
  readonly codeDigest: string;
  readonly assetId: string;
  readonly closesAt: string;
  readonly closed: boolean;
  readonly version: number;
  /** Whether somebody has typed it: a screen that plays asks again every half minute. */
  readonly typed?: boolean;
};

/**
 * First tries of codes in an hour, right or wrong, by everybody together. Of a million codes a few are open at a time, so
 * guessing finds one in about a month, and a code lives for a day.
 */
export const TRIES_PER_HOUR = 300;

export const opensAt = (code: TvCode, at: string): boolean => !code.closed && at < code.closesAt;
