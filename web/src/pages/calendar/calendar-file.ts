import ical from 'ical-generator';
import { addDays } from '#shared/time/local-time.ts';
import type { CalendarEntry } from './calendar-entries.ts';

/** The words of one event in a phone's calendar. */
export type EventWords = { readonly summary: string; readonly description: string };

const PRODUCT = { company: 'TT GDTX Gia Dinh', product: 'Hoc Vu So', language: 'VI' };
const MINUTE_MS = 60_000;

const timesOf = ({ day, until }: CalendarEntry) =>
  until
    ? { start: new Date(Date.parse(until) - MINUTE_MS), end: new Date(until) }
    : // The end of a whole day is the day after it (RFC 5545, 3.6.1).
      { start: day, end: addDays(day, 1), allDay: true };

/**
 * The entries as an iCalendar file: days as whole days, which have no time zone to go wrong in, deadlines as instants
 * in UTC. Identifiers stay the same, so that taking the file again changes events instead of doubling them.
 */
export const calendarFile = (
  entries: readonly CalendarEntry[],
  { name, now, origin }: { readonly name: string; readonly now: Date; readonly origin: string },
  wordsOf: (entry: CalendarEntry) => EventWords,
): string => {
  const calendar = ical({ name, prodId: PRODUCT });
  for (const entry of entries) {
    const { summary, description } = wordsOf(entry);
    calendar.createEvent({
      id: `${entry.id}@hoc-vu-so`,
      stamp: now,
      ...timesOf(entry),
      summary,
      description,
      url: new URL(entry.href, origin).href,
      ...(entry.run?.room && { location: entry.run.room }),
    });
  }
  return calendar.toString();
};
