import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CourseRun, decideCancel, decideEnrol, type Enrolment } from './course-run.ts';

const run = (over: Partial<CourseRun> = {}): CourseRun => ({
  runId: 'run',
  courseId: 'course',
  seats: 2,
  taken: 0,
  waiting: 0,
  open: true,
  endsOn: '2026-12-18',
  ...over,
});
const at = '2026-11-23T02:00:00.000Z';
const command = { personId: 'hanh', enrolmentId: 'e1', at };

describe('taking a seat', () => {
  it('confirms while a seat is free', () => {
    expect(decideEnrol(run(), undefined, command)).toMatchObject({
      ok: true,
      kind: 'confirmed',
      enrolment: { version: 1 },
    });
  });

  it('queues when the run is full', () => {
    const decision = decideEnrol(run({ taken: 2 }), undefined, command);
    expect(decision).toMatchObject({
      ok: true,
      kind: 'waitlisted',
      enrolment: { status: 'waitlisted' },
    });
  });

  it('does not let anybody pass those who wait', () => {
    expect(decideEnrol(run({ taken: 1, waiting: 1 }), undefined, command)).toMatchObject({
      kind: 'waitlisted',
    });
  });

  it('refuses a closed run and a second seat', () => {
    const held = {
      ...command,
      runId: 'run',
      courseId: 'course',
      status: 'confirmed',
      version: 1,
      requestedAt: at,
    } as const;
    expect(decideEnrol(run({ open: false }), undefined, command)).toEqual({
      ok: false,
      reason: 'run-closed',
    });
    expect(decideEnrol(run(), held, command)).toEqual({ ok: false, reason: 'already-enrolled' });
  });

  it('is over with the last local day of the run', () => {
    const lastEvening = { ...command, at: '2026-12-18T16:59:59.000Z' };
    const midnight = { ...command, at: '2026-12-18T17:00:00.000Z' };
    expect(decideEnrol(run(), undefined, lastEvening).ok).toBe(true);
    expect(decideEnrol(run(), undefined, midnight)).toEqual({ ok: false, reason: 'run-closed' });
  });

  it('keeps the identity of an enrolment that was cancelled and is asked for again', () => {
    const gone = {
      ...command,
      enrolmentId: 'e0',
      runId: 'run',
      courseId: 'course',
      status: 'cancelled',
      version: 4,
      requestedAt: at,
    } as const;
    expect(decideEnrol(run(), gone, command)).toMatchObject({ enrolment: { enrolmentId: 'e0', version: 5 } });
  });
});

/** The world as the store keeps it, driven by decisions only. */
type World = { run: CourseRun; nextTicket: number; enrolments: Map<string, Enrolment> };

const waitingIn = (world: World): Enrolment[] =>
  [...world.enrolments.values()]
    .filter((one) => one.status === 'waitlisted')
    .sort((a, b) => (a.ticket ?? 0) - (b.ticket ?? 0));

function takeSeat(world: World, personId: string): void {
  const decision = decideEnrol(world.run, world.enrolments.get(personId), {
    ...command,
    personId,
    enrolmentId: personId,
  });
  if (!decision.ok) return;
  const ticket = decision.kind === 'waitlisted' ? { ticket: world.nextTicket++ } : {};
  world.enrolments.set(personId, { ...decision.enrolment, ...ticket });
  world.run =
    decision.kind === 'confirmed'
      ? { ...world.run, taken: world.run.taken + 1 }
      : { ...world.run, waiting: world.run.waiting + 1 };
}

function giveUp(world: World, personId: string): void {
  const decision = decideCancel(world.enrolments.get(personId), waitingIn(world)[0]);
  if (!decision.ok) return;
  world.enrolments.set(personId, decision.cancelled);
  if (decision.promoted) world.enrolments.set(decision.promoted.personId, decision.promoted);
  world.run = {
    ...world.run,
    taken: world.run.taken - (decision.heldSeat && !decision.promoted ? 1 : 0),
    waiting: world.run.waiting - (decision.promoted || !decision.heldSeat ? 1 : 0),
  };
}

describe('any history of one run', () => {
  const people = ['an', 'bình', 'chi', 'dũng', 'em', 'giang', 'hà'];
  const step = fc.record({ do: fc.constantFrom('take', 'give up'), who: fc.constantFrom(...people) });

  it('never gives more seats than there are, and never leaves one free while somebody waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), (seats, steps) => {
        const world: World = { run: run({ seats }), nextTicket: 1, enrolments: new Map() };
        for (const { do: what, who } of steps) (what === 'take' ? takeSeat : giveUp)(world, who);
        const confirmed = [...world.enrolments.values()].filter((one) => one.status === 'confirmed').length;
        expect(confirmed).toBe(world.run.taken);
        expect(confirmed).toBeLessThanOrEqual(seats);
        expect(waitingIn(world)).toHaveLength(world.run.waiting);
        if (world.run.waiting > 0) expect(confirmed).toBe(seats);
      }),
    );
  });

  it('hands freed seats on in the order of arrival', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: 4 }), (order) => {
        const world: World = { run: run({ seats: 1 }), nextTicket: 1, enrolments: new Map() };
        for (const who of order) takeSeat(world, who);
        for (const [index, who] of order.entries()) {
          expect(world.enrolments.get(who)?.status).toBe('confirmed');
          expect(waitingIn(world).map((one) => one.personId)).toEqual(order.slice(index + 1));
          giveUp(world, who);
        }
        expect(world.run).toMatchObject({ taken: 0, waiting: 0 });
      }),
    );
  });
});
