import { useState } from 'preact/hooks';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { CalendarEvent } from './calendar-events.ts';

const aboutQuiz = (kind: CalendarEvent['kind'], t: Messages['calendar']): string =>
  kind === 'opens' ? t.opensNow : t.handInBefore;

/** Words of an event for a calendar that knows nothing else about the centre. */
const wordsOf = ({ kind, title, run }: CalendarEvent, t: Messages['calendar']) => ({
  summary: `${t.events[kind]}: ${title}`,
  description: run
    ? [t.run(run.code), t.period(run.startsOn, run.endsOn), t.hoursByTeacher].join('\n')
    : aboutQuiz(kind, t),
});

/** What has a fixed day as an iCalendar file. The writer is fetched when it is wanted. */
export const AddToPhone = ({ events }: { events: readonly CalendarEvent[] }) => {
  const { calendar: t } = useMessages();
  const [said, setSaid] = useState(t.addAllMore);
  if (events.length === 0) return null;
  const add = async (): Promise<void> => {
    try {
      const { calendarFile } = await import('./calendar-file.ts');
      const about = { name: t.fileTitle, now: new Date(), origin: location.origin };
      const text = calendarFile(events, about, (event) => wordsOf(event, t));
      saveFile(new Blob([text], { type: 'text/calendar' }), t.fileName);
      setSaid(t.added);
    } catch {
      setSaid(t.addFailed);
    }
  };
  return (
    <div class="section stack-tight no-print">
      <Button full onClick={() => void add()}>
        <Icon name="calendar" />
        {t.addAll}
      </Button>
      <p class="muted" role="status">
        {said}
      </p>
    </div>
  );
};
