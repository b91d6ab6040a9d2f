import { dayOf } from '../../../shared/time/local-time.ts';

/**
 * A course run and the queue behind it. Seats are decided here and re-checked by the store's conditions, so the
 * rule "confirmed enrolments never exceed seats" holds under any race.
 */
export type CourseRun = {
  readonly runId: string;
  readonly courseId: string;
  readonly seats: number;
  readonly taken: number;
  /** People in the queue. Greater than 0 only while the run is full. */
  readonly waiting: number;
  readonly open: boolean;
  /** Last day, YYYY-MM-DD, as counted in Ho Chi Minh City. */
  readonly endsOn: string;
};

/** A run takes people until its last day is over. */
export const takesEnrolments = (run: Pick<CourseRun, 'open' | 'endsOn'>, at: string): boolean =>
  run.open && dayOf(at) <= run.endsOn;

export type EnrolmentStatus = 'confirmed' | 'waitlisted' | 'cancelled' | 'completed';

export type Enrolment = {
  readonly enrolmentId: string;
  readonly runId: string;
  readonly courseId: string;
  readonly personId: string;
  readonly status: EnrolmentStatus;
  readonly version: number;
  readonly requestedAt: string;
  /** Drawn from the run when joining the queue; smaller is earlier, none is used twice. */
  readonly ticket?: number;
  readonly touchId?: string;
  /** Idempotency key of the request that made this state. */
  readonly requestKey?: string;
  readonly resultHundredths?: number;
  readonly completedAt?: string;
};

export type EnrolCommand = {
  readonly personId: string;
  /** Used when the person has no enrolment in the run yet. */
  readonly enrolmentId: string;
  readonly at: string;
  readonly touchId?: string;
};

export type EnrolDecision =
  | { readonly ok: true; readonly kind: 'confirmed' | 'waitlisted'; readonly enrolment: Enrolment }
  | { readonly ok: false; readonly reason: 'run-closed' | 'already-enrolled' };

/** A seat while there is one and nobody waits; else a place at the end of the queue. */
export function decideEnrol(
  run: CourseRun,
  existing: Enrolment | undefined,
  command: EnrolCommand,
): EnrolDecision {
  if (existing && existing.status !== 'cancelled') return { ok: false, reason: 'already-enrolled' };
  if (!takesEnrolments(run, command.at)) return { ok: false, reason: 'run-closed' };
  const base = {
    enrolmentId: existing?.enrolmentId ?? command.enrolmentId,
    runId: run.runId,
    courseId: run.courseId,
    personId: command.personId,
    version: (existing?.version ?? 0) + 1,
    requestedAt: command.at,
    ...(command.touchId && { touchId: command.touchId }),
  };
  if (run.taken < run.seats && run.waiting === 0) {
    return { ok: true, kind: 'confirmed', enrolment: { ...base, status: 'confirmed' } };
  }
  return {
    ok: true,
    kind: 'waitlisted',
    enrolment: { ...base, status: 'waitlisted' },
  };
}

export type CancelDecision =
  | {
      readonly ok: true;
      readonly cancelled: Enrolment;
      readonly heldSeat: boolean;
      /** Who gets the seat in the same write: the first in the queue. */
      readonly promoted?: Enrolment;
    }
  | { readonly ok: false; readonly reason: 'not-found' | 'already-completed' };

/** A freed seat goes once, to the first in the queue; without a queue it is free again. */
export function decideCancel(
  enrolment: Enrolment | undefined,
  firstWaiting: Enrolment | undefined,
): CancelDecision {
  if (!enrolment || enrolment.status === 'cancelled') return { ok: false, reason: 'not-found' };
  if (enrolment.status === 'completed') return { ok: false, reason: 'already-completed' };
  const { ticket: _ticket, ...rest } = enrolment;
  const cancelled: Enrolment = { ...rest, status: 'cancelled', version: enrolment.version + 1 };
  const heldSeat = enrolment.status === 'confirmed';
  if (!heldSeat || !firstWaiting) return { ok: true, cancelled, heldSeat };
  return { ok: true, cancelled, heldSeat, promoted: promote(firstWaiting) };
}

const promote = ({ ticket: _ticket, ...waiting }: Enrolment): Enrolment => ({
  ...waiting,
  status: 'confirmed',
  version: waiting.version + 1,
});
