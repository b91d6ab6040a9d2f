import { addDays, dayOf, startOfDay } from '../../../shared/time/local-time.ts';

/** What opens a material on the television of a hall. One per material at a time. */
export type TvCode = {
  readonly code: string;
  readonly materialId: string;
  readonly assetId?: string;
  /** SHA-256 of the digits, hex: what others may know of the code. */
  readonly codeDigest: string;
  readonly closesAt: string;
};

/** Typed with a remote, so digits alone and few of them; ADR 0037 counts how long guessing takes. */
const DIGITS = 6;

/** `random` gives whole numbers below its argument. */
export const drawTvCode = (random: (below: number) => number): string =>
  Array.from({ length: DIGITS }, () => random(10)).join('');

/** A code ends with the local day: tomorrow's class draws its own. */
export const closingTime = (at: string): string => startOfDay(addDays(dayOf(at), 1));

export const isTvCodeOpen = ({ closesAt }: Pick<TvCode, 'closesAt'>, at: string): boolean => at < closesAt;
