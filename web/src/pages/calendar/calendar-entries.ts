export type Run = {
  readonly runId: string;
  readonly code: string;
  readonly mode: 'in-person' | 'online' | 'blended';
  readonly room?: string | undefined;
  readonly startsOn: string;
  readonly endsOn: string;
};
export type Enrolled = {
  readonly status: string;
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly queuePosition?: number | undefined;
  readonly run: Run;
};
export type OpenAttempt = {
  readonly attemptId: string;
  readonly quizId: string;
  readonly title: string;
  readonly startedAt: string;
  readonly deadline?: string | undefined;
};

/** `ongoing` stands on today for a run that has begun; `queue` on the day that the run waited for begins. */
export type EntryKind = 'quiz' | 'ongoing' | 'starts' | 'ends' | 'queue';
export type CalendarEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  /** Local day, YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly href: string;
  readonly run?: Run;
  readonly queuePosition?: number | undefined;
  /** UTC instant of what ends within its day. */
  readonly until?: string;
};

/** On one day what is most urgent comes first. */
const ORDER: readonly EntryKind[] = ['quiz', 'ends', 'starts', 'ongoing', 'queue'];

const entriesOf = (enrolled: Enrolled, today: string): readonly CalendarEntry[] => {
  const { run, status, courseTitle, courseSlug, queuePosition } = enrolled;
  const entry = (kind: EntryKind, day: string): CalendarEntry => ({
    id: `${run.runId}-${kind}`,
    kind,
    day,
    title: courseTitle,
    href: `/khoa-hoc/${courseSlug}`,
    run,
    queuePosition,
  });
  if (status === 'waitlisted') return [entry('queue', run.startsOn)];
  if (status !== 'confirmed') return [];
  const isOngoing = run.startsOn < today && today < run.endsOn;
  return [
    entry('starts', run.startsOn),
    ...(isOngoing ? [entry('ongoing', today)] : []),
    entry('ends', run.endsOn),
  ];
};

/**
 * What a learner's calendar holds from `today` on, by day: runs with a seat, places in queues, and quizzes that are
 * open and must be handed in. `dayOf` gives the local day of an instant.
 */
export const calendarEntries = (
  enrolments: readonly Enrolled[],
  attempts: readonly OpenAttempt[],
  today: string,
  dayOf: (instant: string) => string,
): readonly CalendarEntry[] => {
  const quizzes = attempts.flatMap(({ attemptId, quizId, title, deadline }): CalendarEntry[] =>
    deadline
      ? [
          {
            id: `${attemptId}-quiz`,
            kind: 'quiz',
            day: dayOf(deadline),
            title,
            href: `/kiem-tra/${quizId}`,
            until: deadline,
          },
        ]
      : [],
  );
  return [...enrolments.flatMap((enrolled) => entriesOf(enrolled, today)), ...quizzes]
    .filter(({ day }) => day >= today)
    .sort((a, b) => a.day.localeCompare(b.day) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
};

export type CalendarMonth = {
  /** YYYY-MM. */
  readonly month: string;
  readonly entries: readonly CalendarEntry[];
};

/** Entries in order, month by month, each month once. */
export const byMonth = (entries: readonly CalendarEntry[]): readonly CalendarMonth[] =>
  [...new Set(entries.map(({ day }) => day.slice(0, 7)))].map((month) => ({
    month,
    entries: entries.filter(({ day }) => day.startsWith(month)),
  }));
