import { addDays, dayOf, daysBetween, startOfDay } from '../../../shared/time/local-time.ts';

/** What lets people into a class without the training office. One per class at a time. */
export type JoinCode = {
  readonly code: string;
  readonly classId: string;
  /** How many may come in by it, and how many still may. */
  readonly places: number;
  readonly placesLeft: number;
  /** The last local day on which it works. */
  readonly lastDay: string;
  /** The instant from which it does not. */
  readonly closesAt: string;
  readonly issuedAt: string;
};

/**
 * Digits only: phones here type Telex, which turns letters into marks (AS becomes Á, DD becomes Đ), and a number pad has
 * the largest keys. Nine of them; ADR 0017 counts how long guessing takes.
 */
const DIGITS = 9;
const USUAL_DAYS = 7;
const MOST_DAYS = 60;
const USUAL_PLACES = 40;

/** `random` gives whole numbers below its argument. */
export const newCode = (random: (below: number) => number): string =>
  Array.from({ length: DIGITS }, () => random(10)).join('');

/** Opens a code from now to the end of a day. `'closing-day'` when that day is past or too far off. */
export function openJoinCode(wish: {
  readonly code: string;
  readonly classId: string;
  readonly at: string;
  readonly places?: number | undefined;
  readonly lastDay?: string | undefined;
}): JoinCode | 'closing-day' {
  const today = dayOf(wish.at);
  const lastDay = wish.lastDay ?? addDays(today, USUAL_DAYS);
  const days = daysBetween(today, lastDay);
  if (days < 0 || days > MOST_DAYS) return 'closing-day';
  const places = wish.places ?? USUAL_PLACES;
  return {
    code: wish.code,
    classId: wish.classId,
    places,
    placesLeft: places,
    lastDay,
    closesAt: startOfDay(addDays(lastDay, 1)),
    issuedAt: wish.at,
  };
}

/** Whether somebody may still come in by it. */
export const isOpen = ({ placesLeft, closesAt }: JoinCode, at: string): boolean =>
  placesLeft > 0 && at < closesAt;
