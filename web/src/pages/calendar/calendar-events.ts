import { dayOf } from '#shared/time/local-time.ts';
import { type Enrolled, type QuizWork, quizMoments, type Run } from './calendar-entries.ts';

/** Days are local, YYYY-MM-DD, the last one included; instants are UTC; a moment takes no time. */
type Span = {
  readonly in: 'days' | 'instants' | 'moment';
  readonly from: string;
  readonly to: string;
};

export type CalendarEvent = {
  /** The same for the same thing at every look, so that a phone's calendar replaces instead of doubling. */
  readonly id: string;
  readonly kind: 'run' | 'ends' | 'quiz' | 'opens' | 'closes';
  readonly title: string;
  readonly href: string;
  readonly span: Span;
  readonly run?: Run;
};

const eventsOf = ({ run, courseTitle, courseSlug }: Enrolled): readonly CalendarEvent[] => {
  const event = (kind: 'run' | 'ends', from: string): CalendarEvent => ({
    id: `${run.runId}-${kind}`,
    kind,
    title: courseTitle,
    href: `/khoa-hoc/${courseSlug}`,
    span: { in: 'days', from, to: run.endsOn },
    run,
  });
  const whole = event('run', run.startsOn);
  return run.startsOn === run.endsOn ? [whole] : [whole, event('ends', run.endsOn)];
};

/**
 * What a phone's own calendar is given: every run with a seat that is not over, whole, from its first day even when that
 * has passed; its last day; for each quiz that was begun the time in which it has to be handed in; and the moments when a
 * quiz opens and closes that can still be begun. Days of single meetings are not known to the centre's records: a run has
 * a first and a last day, its hours are the teacher's to say. A place in a queue has no day of its own yet.
 */
export const calendarEvents = (
  enrolments: readonly Enrolled[],
  work: QuizWork,
  today: string,
): readonly CalendarEvent[] => {
  const starts = new Map(work.open.map(({ attemptId, startedAt }) => [`${attemptId}-quiz`, startedAt]));
  return [
    ...enrolments
      .filter(({ status, run }) => status === 'confirmed' && run.endsOn >= today)
      .flatMap((enrolled) => eventsOf(enrolled)),
    ...quizMoments(work)
      .filter(({ kind, at }) => kind === 'quiz' || dayOf(at) >= today)
      .map(({ at, ...moment }): CalendarEvent => {
        const from = starts.get(moment.id);
        return {
          ...moment,
          span: from ? { in: 'instants', from, to: at } : { in: 'moment', from: at, to: at },
        };
      }),
  ];
};
