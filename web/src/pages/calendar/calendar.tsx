import './calendar.css';
import { dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { findQuizWork } from '../../learning/quiz-work.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { calendar } from '../../messages/vi/calendar.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { AddToPhone } from './add-to-phone.tsx';
import { byMonth, type CalendarEntry, calendarEntries } from './calendar-entries.ts';
import { calendarEvents } from './calendar-events.ts';
import { EntryRow } from './entry-row.tsx';

bringWords({ calendar });

type Enrolments = BodyOf<'listMyEnrolments'>['enrolments'];

const NO_QUIZZES = { quizzes: [], open: [] };

const Months = ({ entries, today }: { entries: readonly CalendarEntry[]; today: string }) => {
  const { calendar: t } = useMessages();
  return (
    <>
      {byMonth(entries).map(({ month, entries: inMonth }) => (
        <Section key={month} title={t.month(Number(month.slice(5)), Number(month.slice(0, 4)))}>
          <ol class="stack-tight">
            {inMonth.map((entry) => (
              <li key={entry.id}>
                <EntryRow entry={entry} isToday={entry.day === today} />
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
};

const CalendarView = ({ enrolments }: { enrolments: Enrolments }) => {
  const { calendar: t } = useMessages();
  const seats = enrolments.map(({ courseId, status }) => `${courseId} ${status}`).join();
  // The days of runs are known without the quizzes; theirs come in when they are here.
  const found = useResource(() => findQuizWork(enrolments), [seats]);
  const today = dayOf(new Date().toISOString());
  const work = found.data ?? NO_QUIZZES;
  const entries = calendarEntries(enrolments, work, today, dayOf);
  if (entries.length === 0) {
    return (
      <Nothing text={t.none}>
        <a class="btn" href="/khoa-hoc">
          {t.toCourses}
        </a>
      </Nothing>
    );
  }
  return (
    <div class="calendar">
      <Months entries={entries} today={today} />
      <AddToPhone events={calendarEvents(enrolments, work, today)} />
    </div>
  );
};

const MyCalendar = () => {
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const mine = useResource(() => api.listMyEnrolments(), [personId]);
  return <Loaded of={mine}>{({ enrolments }) => <CalendarView enrolments={enrolments} />}</Loaded>;
};

/** A learner's days from today on, month by month, and the way to take them into the phone's own calendar. */
const CalendarPage = () => {
  const { calendar: t } = useMessages();
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <OnlyFor roles={['learner']}>
        <MyCalendar />
      </OnlyFor>
    </Page>
  );
};
export default CalendarPage;
