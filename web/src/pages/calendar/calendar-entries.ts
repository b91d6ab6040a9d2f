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

export type SeatQuiz = {
  readonly quizId: string;
  readonly title: string;
  readonly opensAt?: string | undefined;
  readonly closesAt?: string | undefined;
  readonly attemptsAllowed: number;
  readonly begun: number;
};
type Titled = { readonly quizId: string; readonly title: string };
/** Quizzes of a person's courses, and what of them was begun and not handed in. */
export type QuizWork = { readonly quizzes: readonly SeatQuiz[]; readonly open: readonly OpenAttempt[] };

/**
 * `ongoing` stands on today for a run that has begun; `queue` on the day that the run waited for begins; `opens` and
 * `closes` are the first and the last moment of a quiz that can still be begun.
 */
export type EntryKind = 'quiz' | 'closes' | 'opens' | 'ongoing' | 'starts' | 'ends' | 'queue';
export type CalendarEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  /** Local day, YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly href: string;
  readonly run?: Run;
  readonly queuePosition?: number | undefined;
  /** UTC instant of what happens within its day. */
  readonly at?: string;
};

/** On one day what is most urgent comes first. */
const ORDER: readonly EntryKind[] = ['quiz', 'closes', 'opens', 'ends', 'starts', 'ongoing', 'queue'];

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

/** Moments of quizzes: until when to hand in what was begun, and between when to begin what can still be begun. */
export const quizMoments = ({ quizzes, open }: QuizWork) => {
  const moment = (kind: 'quiz' | 'opens' | 'closes', id: string, { quizId, title }: Titled, at?: string) =>
    at === undefined ? [] : [{ id: `${id}-${kind}`, kind, title, href: `/kiem-tra/${quizId}`, at }];
  return [
    ...open.flatMap((attempt) => moment('quiz', attempt.attemptId, attempt, attempt.deadline)),
    ...quizzes
      .filter(({ begun, attemptsAllowed }) => begun < attemptsAllowed)
      .flatMap((quiz) => [
        ...moment('opens', quiz.quizId, quiz, quiz.opensAt),
        ...moment('closes', quiz.quizId, quiz, quiz.closesAt),
      ]),
  ];
};

/**
 * What a learner's calendar holds from `today` on, by day: runs with a seat, places in queues, and the moments of their
 * quizzes. `dayOf` gives the local day of an instant.
 */
export const calendarEntries = (
  enrolments: readonly Enrolled[],
  work: QuizWork,
  today: string,
  dayOf: (instant: string) => string,
): readonly CalendarEntry[] =>
  [
    ...enrolments.flatMap((enrolled) => entriesOf(enrolled, today)),
    ...quizMoments(work).map((moment): CalendarEntry => ({ ...moment, day: dayOf(moment.at) })),
  ]
    .filter(({ day }) => day >= today)
    .sort((a, b) => a.day.localeCompare(b.day) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

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
