import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';

type Four = readonly [Client, Client, Client, Client];

let platform: LocalPlatform;
let centre: Centre;
let runId: string;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 4 });
  runId = await openRun(centre, 2);
});
afterAll(() => platform?.stop());

const learners = () => centre.learners as Four;
const enrol = (learner: Client, key: string = randomUUID()) =>
  learner.ok(enrollmentRoutes.enrol, { params: { runId }, body: {}, key });
const cancel = (learner: Client) =>
  learner.ok(enrollmentRoutes.cancelEnrolment, { params: { runId, personId: learner.personId } });
const mine = async (learner: Client) =>
  (await learner.ok(enrollmentRoutes.listMyEnrolments)).enrolments.find((one) => one.runId === runId);
const run = async () => {
  const { runs } = await platform.passerBy.ok(enrollmentRoutes.getCourse, {
    params: { courseId: centre.courseId },
  });
  return runs.find((one) => one.runId === runId);
};

describe('a course run with two seats', () => {
  it('seats the first two and queues the next two in order', async () => {
    const [first, second, third, fourth] = learners();
    expect(await enrol(first)).toMatchObject({ status: 'confirmed', personId: first.personId });
    expect(await enrol(second)).toMatchObject({ status: 'confirmed' });
    expect(await enrol(third)).toMatchObject({ status: 'waitlisted', queuePosition: 1 });
    expect(await enrol(fourth)).toMatchObject({ status: 'waitlisted', queuePosition: 2 });
    expect(await run()).toMatchObject({ seats: 2, seatsTaken: 2, seatsLeft: 0, waiting: 2 });
  });

  it('refuses a second enrolment of the same person', async () => {
    const [first] = learners();
    const problem = await first.refused(enrollmentRoutes.enrol, { params: { runId }, body: {} });
    expect(problem).toMatchObject({ status: 409, code: 'already-enrolled' });
  });

  it('gives a freed seat to the first in the queue at once, and moves the others up', async () => {
    const [first, , third, fourth] = learners();
    expect(await cancel(first)).toMatchObject({ status: 'cancelled' });
    expect(await mine(third)).toMatchObject({ status: 'confirmed' });
    expect(await mine(fourth)).toMatchObject({ status: 'waitlisted', queuePosition: 1 });
    expect(await run()).toMatchObject({ seatsTaken: 2, waiting: 1 });
  });

  it('queues the one who gave up the seat behind the others, once for one key', async () => {
    const [first] = learners();
    const key = randomUUID();
    const again = await enrol(first, key);
    expect(again).toMatchObject({ status: 'waitlisted', queuePosition: 2 });
    expect(await enrol(first, key)).toEqual(again);
    expect(await run()).toMatchObject({ seatsTaken: 2, waiting: 2 });
  });

  it('leaves the queue without touching seats', async () => {
    const [first, , , fourth] = learners();
    await cancel(fourth);
    expect(await mine(first)).toMatchObject({ status: 'waitlisted', queuePosition: 1 });
    expect(await run()).toMatchObject({ seatsTaken: 2, waiting: 1 });
  });

  it('shows the training head who holds a seat and who waits', async () => {
    const [first, second, third, fourth] = learners();
    const { enrolments } = await centre.admin.ok(enrollmentRoutes.listRunEnrolments, { params: { runId } });
    const status = Object.fromEntries(enrolments.map((one) => [one.personId, one.status]));
    expect(status).toEqual({
      [first.personId]: 'waitlisted',
      [second.personId]: 'confirmed',
      [third.personId]: 'confirmed',
      [fourth.personId]: 'cancelled',
    });
  });
});

describe('a rush', () => {
  /** Everybody asks twice with the same key; a run with one seat is where a race for it shows. */
  async function rush(rushed: string) {
    const keys = new Map(learners().map((learner) => [learner.personId, randomUUID()]));
    const answers = await Promise.all(
      [...learners(), ...learners()].map((learner) =>
        learner.ok(enrollmentRoutes.enrol, {
          params: { runId: rushed },
          body: {},
          key: keys.get(learner.personId) ?? '',
        }),
      ),
    );
    for (const [one, other] of Map.groupBy(answers, ({ personId }) => personId).values())
      expect(other?.enrolmentId).toBe(one?.enrolmentId);
    const { enrolments } = await centre.admin.ok(enrollmentRoutes.listRunEnrolments, {
      params: { runId: rushed },
    });
    return enrolments.map(({ status }) => status).sort();
  }

  it('for the one seat of each of six runs, everybody twice, seats one and queues the others', async () => {
    for (let count = 1; count <= 6; count += 1) {
      const rushed = await openRun(centre, 1, `KNS-R${count}`);
      expect(await rush(rushed)).toEqual(['confirmed', 'waitlisted', 'waitlisted', 'waitlisted']);
    }
  });
});
