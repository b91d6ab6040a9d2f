import { Fragment } from 'preact';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import type { CalendarEntry, EntryKind } from './calendar-entries.ts';

const TINTS: Readonly<Record<EntryKind, string>> = {
  quiz: 'chip-vermilion',
  closes: 'chip-vermilion',
  opens: 'chip-leaf',
  ongoing: 'chip-leaf',
  starts: 'chip-indigo',
  ends: 'chip-indigo',
  queue: 'chip-sophora',
};

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

/** What one entry says beside its course: time, place in the queue, or run, place and days. */
const useDetails = ({ at, kind, queuePosition, run }: CalendarEntry): readonly string[] => {
  const { calendar: t, courses } = useMessages();
  const shown = useStore(language);
  if (at) return [(kind === 'opens' ? t.from : t.until)(formatInstant(at, shown))];
  if (kind === 'queue' && queuePosition) return [t.queueNo(queuePosition)];
  if (!run) return [];
  const days = kind === 'ongoing' ? [t.period(run.startsOn, run.endsOn)] : [];
  return [t.run(run.code), run.room ?? courses.modes[run.mode], ...days];
};

/** One day's entry: the day as on a tear-off calendar, what it is, and the way to it. */
export const EntryRow = ({ entry, isToday }: { entry: CalendarEntry; isToday: boolean }) => {
  const { calendar: t } = useMessages();
  const details = useDetails(entry);
  const { kind, day, title, href } = entry;
  return (
    <a class={isToday ? 'card card-main calendar-entry' : 'card calendar-entry'} href={href}>
      <span class="calendar-day">
        <small>{isToday ? t.today : t.weekdays[weekdayOf(day)]}</small>
        <b class="number">{Number(day.slice(8))}</b>
      </span>
      <span class="calendar-words">
        <span class={`chip ${TINTS[kind]}`}>{t.kinds[kind]}</span>
        <b>{title}</b>
        <span class="muted">
          {details.map((detail, at) => (
            <Fragment key={detail}>
              {at > 0 && ' · '}
              <span class="whole">{detail}</span>
            </Fragment>
          ))}
        </span>
      </span>
    </a>
  );
};
