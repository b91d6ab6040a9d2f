import { daysBetween } from '#shared/time/local-time.ts';

type Course = {
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly lessons: readonly {
    readonly lessonNo: number;
    readonly title: string;
    readonly minutes: number;
  }[];
};
type Enrolled = { readonly courseId: string; readonly status: string };
type Seat = Enrolled & {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly run: {
    readonly runId: string;
    readonly startsOn: string;
    readonly room?: string | undefined;
    readonly mode: 'in-person' | 'online' | 'blended';
  };
};
type OpenAttempt = {
  readonly quizId: string;
  readonly title: string;
  readonly deadline?: string | undefined;
};

export type NextStep =
  | { readonly kind: 'choose' }
  | { readonly kind: 'finish-quiz'; readonly attempt: OpenAttempt }
  | { readonly kind: 'seat-got'; readonly seat: Seat }
  | { readonly kind: 'class-soon'; readonly seat: Seat; readonly inDays: 0 | 1 }
  | { readonly kind: 'lesson'; readonly lessonNo: number; readonly title: string; readonly minutes: number }
  | { readonly kind: 'quiz'; readonly quizId: string };

/** What a learner's next step depends on. */
export type Facts = {
  readonly enrolments: readonly Seat[];
  readonly attempts: readonly OpenAttempt[];
  /** Runs that the person was seen waiting for on this device. */
  readonly waitedFor: readonly string[];
  /** The course that the person is at, what of it was read, and its quiz. */
  readonly course?: Course | undefined;
  readonly read: readonly number[];
  readonly quizId?: string | undefined;
  /** Local day, YYYY-MM-DD. */
  readonly today: string;
};

/** The course a person is at: the first one with a seat that is not completed, else the first one waited for. */
export const currentCourse = <E extends Enrolled>(enrolments: readonly E[]): E | undefined =>
  enrolments.find(({ status }) => status === 'confirmed') ??
  enrolments.find(({ status }) => status === 'waitlisted');

const seatsOf = ({ enrolments }: Facts) => enrolments.filter(({ status }) => status === 'confirmed');

const endOf = ({ deadline }: OpenAttempt): number =>
  deadline ? Date.parse(deadline) : Number.POSITIVE_INFINITY;

const unfinished = ({ attempts }: Facts): NextStep | undefined => {
  const first = attempts.reduce<OpenAttempt | undefined>(
    (soonest, one) => (soonest && endOf(soonest) <= endOf(one) ? soonest : one),
    undefined,
  );
  return first && { kind: 'finish-quiz', attempt: first };
};

const seatGot = (facts: Facts): NextStep | undefined => {
  const seat = seatsOf(facts).find(({ run }) => facts.waitedFor.includes(run.runId));
  return seat && { kind: 'seat-got', seat };
};

const classSoon = (facts: Facts): NextStep | undefined => {
  for (const seat of seatsOf(facts)) {
    const inDays = daysBetween(facts.today, seat.run.startsOn);
    if (inDays === 0 || inDays === 1) return { kind: 'class-soon', seat, inDays };
  }
  return undefined;
};

const lesson = ({ course, read }: Facts): NextStep | undefined => {
  const next = course?.lessons.find(({ lessonNo }) => !read.includes(lessonNo));
  return next && { kind: 'lesson', ...next };
};

const quiz = ({ course, quizId, enrolments }: Facts): NextStep | undefined => {
  const hasSeat = enrolments.some(
    ({ courseId, status }) => courseId === course?.courseId && status === 'confirmed',
  );
  return quizId && hasSeat ? { kind: 'quiz', quizId } : undefined;
};

/** From what cannot wait to what can: a clock that runs, good news, a date, then the course itself. */
const IN_ORDER = [unfinished, seatGot, classSoon, lesson, quiz] as const;

/** The one thing to do next; to choose a course when there is nothing else. */
export const nextStep = (facts: Facts): NextStep => {
  for (const step of IN_ORDER) {
    const found = step(facts);
    if (found) return found;
  }
  return { kind: 'choose' };
};

type Hrefs = {
  readonly [K in NextStep['kind']]: (
    step: Extract<NextStep, { kind: K }>,
    courseSlug: string | undefined,
  ) => string;
};

const HREFS: Hrefs = {
  choose: () => '/khoa-hoc',
  'finish-quiz': ({ attempt }) => `/kiem-tra/${attempt.quizId}`,
  'seat-got': ({ seat }) => `/khoa-hoc/${seat.courseSlug}`,
  'class-soon': ({ seat }) => `/khoa-hoc/${seat.courseSlug}`,
  lesson: ({ lessonNo }, courseSlug) => `/khoa-hoc/${courseSlug}/bai/${lessonNo}`,
  quiz: ({ quizId }) => `/kiem-tra/${quizId}`,
};

/** Where the button of a step leads. */
export const hrefOf = <K extends NextStep['kind']>(
  step: Extract<NextStep, { kind: K }>,
  courseSlug: string | undefined,
): string => HREFS[step.kind as K](step, courseSlug);

/** A step with what its card says of it. */
export type ToldStep = {
  readonly step: NextStep;
  readonly course: Course | undefined;
  readonly read: readonly number[];
};

/** Whether the same is said to do, and the button leads to the same place. */
export const isSameStep = (one: ToldStep, other: ToldStep): boolean =>
  one.step.kind === other.step.kind &&
  hrefOf(one.step, one.course?.slug) === hrefOf(other.step, other.course?.slug);
