import type { SQSBatchResponse } from 'aws-lambda';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventContract } from '#events/define-event.ts';
import { EnrolmentCancelledV1 } from '#events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '#events/enrollment/enrolment-confirmed.v1.ts';
import { ClassMemberAddedV1 } from '#events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '#events/people/class-member-removed.v1.ts';
import { lambdaContext } from '../../../tests/support/api-event.ts';
import { pointHandlersAt } from '../../../tests/support/service-table.ts';
import { ClassStore } from '../class-store.ts';
import { after, QuizWorld } from '../quiz-world.suite.ts';

let world: QuizWorld;
let on: Record<
  'confirmed' | 'cancelled' | 'memberAdded' | 'memberRemoved' | 'sweep',
  (event: never, context: never) => Promise<unknown>
>;

beforeAll(async () => {
  world = await QuizWorld.start();
  pointHandlersAt(world.service);
  on = {
    confirmed: (await import('./on-enrolment-confirmed.event.ts')).handler,
    cancelled: (await import('./on-enrolment-cancelled.event.ts')).handler,
    memberAdded: (await import('./on-class-member-added.event.ts')).handler,
    memberRemoved: (await import('./on-class-member-removed.event.ts')).handler,
    sweep: (await import('./sweep.schedule.ts')).handler,
  };
});
afterAll(() => world.service.stop());

const deliver = (handler: keyof typeof on, event: unknown): Promise<SQSBatchResponse | undefined> =>
  on[handler](event as never, lambdaContext() as never) as Promise<SQSBatchResponse | undefined>;

const seat = () => ({ enrolmentId: ulid(), runId: ulid(), courseId: ulid(), personId: ulid() });

/** One queue message per (contract, data, version), as the rule delivers them. */
const messages = (...events: readonly (readonly [EventContract, object, number])[]) => ({
  Records: events.map(([contract, data, version], place) => ({
    messageId: `m${place}`,
    body: JSON.stringify({
      'detail-type': contract.detailType,
      detail: {
        metadata: {
          eventId: ulid(),
          occurredAt: after(0),
          correlationId: 'c',
          causationId: 'c',
          actor: 'system',
          aggregate: { type: 'enrolment', id: 'e', version },
        },
        data,
      },
    }),
  })),
});

const holds = async ({ personId, courseId }: ReturnType<typeof seat>) =>
  (await world.attempts.seatsOf(personId, courseId)).map(({ held, version }) => ({ held, version }));

test('a confirmed enrolment gives a seat and a cancelled one takes it, however late the first arrives', async () => {
  const data = seat();
  await deliver('cancelled', messages([EnrolmentCancelledV1, { ...data, heldSeat: true }, 2]));
  await deliver('confirmed', messages([EnrolmentConfirmedV1, data, 1]));
  expect(await holds(data)).toEqual([{ held: false, version: 2 }]);
  await deliver('confirmed', messages([EnrolmentConfirmedV1, data, 3], [EnrolmentConfirmedV1, data, 3]));
  expect(await holds(data)).toEqual([{ held: true, version: 3 }]);
});

test('a class has whom the register last said, however late an older event arrives', async () => {
  const [classId, personId] = [ulid(), ulid()];
  const classes = new ClassStore(world.service.db, world.service.table);
  await deliver('memberRemoved', messages([ClassMemberRemovedV1, { classId, personId }, 2]));
  await deliver('memberAdded', messages([ClassMemberAddedV1, { classId, personId, as: 'teacher' }, 1]));
  expect(await classes.membersOf(classId)).toEqual([]);
  expect(await classes.classesOfTeacher(personId)).toEqual([]);
  await deliver('memberAdded', messages([ClassMemberAddedV1, { classId, personId, as: 'teacher' }, 3]));
  expect(await classes.membersOf(classId)).toMatchObject([{ personId, as: 'teacher' }]);
  expect(await classes.classesOfTeacher(personId)).toEqual([classId]);
});

test('a message that is no such event fails alone and comes again', async () => {
  const [good, bad] = [seat(), { ...seat(), runId: undefined }];
  const batch = messages([EnrolmentConfirmedV1, bad, 1], [EnrolmentConfirmedV1, good, 1]);
  expect(await deliver('confirmed', batch)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  expect(await holds(good)).toEqual([{ held: true, version: 1 }]);
});

test('the scheduled sweep closes by the time it was due, not by the time it runs', async () => {
  const quiz = await world.publish({ timeLimitMinutes: 1 });
  const { attempt } = await world.opened(quiz, await world.enrolled(quiz));
  await deliver('sweep', { dueAt: after(90).replace('.000', '') });
  expect((await world.attempts.findAttempt(attempt))?.status).toBe('open');
  await deliver('sweep', { dueAt: after(300).replace('.000', '') });
  expect(await world.attempts.findAttempt(attempt)).toMatchObject({
    submittedBy: 'deadline',
    grade: { gradedAt: after(300) },
  });
  await expect(deliver('sweep', {})).rejects.toThrow();
});
