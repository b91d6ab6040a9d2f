import type { Enrolled, OpenAttempt, Run } from './calendar-entries.ts';

/** Days are local, YYYY-MM-DD, the last one included; instants are UTC. */
type Span =
  | { readonly in: 'days'; readonly from: string; readonly to: string }
  | { readonly in: 'instants'; readonly from: string; readonly to: string };

export type CalendarEvent = {
  /** The same for the same thing at every look, so that a phone's calendar replaces instead of doubling. */
  readonly id: string;
  readonly kind: 'run' | 'ends' | 'quiz';
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
 * has passed; its last day; and for each quiz that was begun the time in which it has to be handed in. Days of single
 * meetings are not known to the centre's records: a run has a first and a last day, its hours are the teacher's to say.
 * A place in a queue has no day of its own yet.
 */
export const calendarEvents = (
  enrolments: readonly Enrolled[],
  attempts: readonly OpenAttempt[],
  today: string,
): readonly CalendarEvent[] => [
  ...enrolments
    .filter(({ status, run }) => status === 'confirmed' && run.endsOn >= today)
    .flatMap((enrolled) => eventsOf(enrolled)),
  ...attempts.flatMap(({ attemptId, quizId, title, startedAt, deadline }): CalendarEvent[] =>
    deadline
      ? [
          {
            id: `${attemptId}-quiz`,
            kind: 'quiz',
            title,
            href: `/kiem-tra/${quizId}`,
            span: { in: 'instants', from: startedAt, to: deadline },
          },
        ]
      : [],
  ),
];
