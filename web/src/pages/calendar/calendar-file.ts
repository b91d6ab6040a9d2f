import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays } from '#shared/time/local-time.ts';
import type { CalendarEvent } from './calendar-events.ts';

/** The words of one event in a phone's calendar. */
export type EventWords = { readonly summary: string; readonly description: string };

const PRODUCT = { company: 'TT GDTX Gia Dinh', product: 'Hoc Vu So', language: 'VI' };

const timesOf = ({ span: { in: measure, from, to } }: CalendarEvent) => {
  if (measure === 'instants') return { start: new Date(from), end: new Date(to) };
  // An end that is not later than the start is not allowed; without one the event ends as it starts (RFC 5545, 3.6.1).
  if (measure === 'moment') return { start: new Date(from) };
  return {
    // The end of whole days is the day after the last (RFC 5545, 3.6.1). They leave a person free: one who is in a course
    // for a month is not busy for a month.
    start: from,
    end: addDays(to, 1),
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
};

/**
 * The events as an iCalendar file: days as whole days, which have no time zone to go wrong in, the rest as instants in
 * UTC. Identifiers stay the same, so that taking the file again changes events instead of doubling them.
 */
export const calendarFile = (
  events: readonly CalendarEvent[],
  { name, now, origin }: { readonly name: string; readonly now: Date; readonly origin: string },
  wordsOf: (event: CalendarEvent) => EventWords,
): string => {
  const calendar = ical({ name, prodId: PRODUCT });
  for (const event of events) {
    const { summary, description } = wordsOf(event);
    calendar.createEvent({
      id: `${event.id}@hoc-vu-so`,
      stamp: now,
      ...timesOf(event),
      summary,
      description,
      url: new URL(event.href, origin).href,
      ...(event.run?.room && { location: event.run.room }),
    });
  }
  return calendar.toString();
};
