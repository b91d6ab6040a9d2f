import { useState } from 'preact/hooks';
import { dayOf } from '#shared/time/local-time.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { keepTicked, tickedAt } from '../../state/practice.ts';
import { Section } from '../../ui/page.tsx';
import { thingsOfDay } from './things-of-day.ts';

/** Two small things to do on the phone today, ticked off on this device; tomorrow there are others. */
export const SmallThings = ({ personId }: { personId: string }) => {
  const { home: t } = useMessages();
  const today = dayOf(new Date().toISOString());
  const place = `today ${today}`;
  const [ticked, setTicked] = useState(() => tickedAt(personId, place));
  const turn = (no: number): void => {
    const name = String(no);
    const next = ticked.includes(name) ? ticked.filter((other) => other !== name) : [...ticked, name];
    keepTicked(personId, place, next);
    setTicked(next);
  };
  return (
    <Section title={t.smallThings}>
      <ul class="stack-tight">
        {thingsOfDay(today, t.things.length).map((no) => (
          <li key={no}>
            <label class="card tick home-thing">
              <input type="checkbox" checked={ticked.includes(String(no))} onChange={() => turn(no)} />
              <span>{t.things[no]}</span>
            </label>
          </li>
        ))}
      </ul>
    </Section>
  );
};
