import { useState } from 'preact/hooks';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { CalendarEntry } from './calendar-entries.ts';

/** Words of an event for a calendar that knows nothing else about the centre. */
const wordsOf = (entry: CalendarEntry, t: Messages['calendar']) => ({
  summary: `${t.kinds[entry.kind]}: ${entry.title}`,
  description: entry.run
    ? [t.run(entry.run.code), t.period(entry.run.startsOn, entry.run.endsOn)].join('\n')
    : '',
});

/** What has a fixed day as an iCalendar file. The writer is fetched when it is wanted. */
export const AddToPhone = ({ entries }: { entries: readonly CalendarEntry[] }) => {
  const { calendar: t } = useMessages();
  const [said, setSaid] = useState(t.addAllMore);
  const fixed = entries.filter(({ kind }) => kind !== 'ongoing' && kind !== 'queue');
  if (fixed.length === 0) return null;
  const add = async (): Promise<void> => {
    try {
      const { calendarFile } = await import('./calendar-file.ts');
      const about = { name: t.fileTitle, now: new Date(), origin: location.origin };
      const text = calendarFile(fixed, about, (entry) => wordsOf(entry, t));
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
