import { addDays, dayOf, startOfDay } from '../../../../shared/time/local-time.ts';

/** Half an hour after midnight, when the schedule of services/reports sums up the day that is over. In ms. */
const AFTER_MIDNIGHT_MS = 30 * 60_000;

/** When the next summary is written, and the day it will be about. */
export const nextReport = (now: string): { readonly at: string; readonly about: string } => {
  const today = dayOf(now);
  const dueOn = (day: string) => new Date(Date.parse(startOfDay(day)) + AFTER_MIDNIGHT_MS).toISOString();
  const isDueToday = now < dueOn(today);
  const on = isDueToday ? today : addDays(today, 1);
  return { at: dueOn(on), about: addDays(on, -1) };
};
