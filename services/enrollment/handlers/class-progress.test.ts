import type { SQSBatchResponse } from 'aws-lambda';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EventContract } from '#events/define-event.ts';
import { EnrolmentConfirmedV1 } from '#events/enrollment/enrolment-confirmed.v1.ts';
import { RunCompletedV1 } from '#events/enrollment/run-completed.v1.ts';
import { ClassMemberAddedV1 } from '#events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '#events/people/class-member-removed.v1.ts';
import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { AttemptStartedV1 } from '#events/quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from '#events/quizzes/attempt-submitted.v1.ts';
import type { Role } from '#shared/contract/roles.ts';
import { logger } from '#shared/observability/telemetry.ts';
import { call, lambdaContext } from '../../../tests/support/api-event.ts';
import {
  pointHandlersAt,
  type ServiceTable,
  startServiceTable,
} from '../../../tests/support/service-table.ts';
import { enrollmentRoutes } from '../contract.ts';
import { CourseStore } from '../course-store.ts';
import { ProgressStore } from '../progress-store.ts';

const at = '2026-11-26T05:00:00.000Z';
const quietSince = '2026-11-18T05:00:00.000Z';
const [courseId, runId, quizId, teacher] = [ulid(), ulid(), ulid(), ulid()];

let service: ServiceTable;
let store: ProgressStore;
let api: unknown;
let consume: (event: never, context: never) => Promise<SQSBatchResponse>;

beforeAll(async () => {
  service = await startServiceTable();
  store = new ProgressStore(service.db, service.table);
  pointHandlersAt(service);
  ({ handler: api } = await import('./api.ts'));
  consume = (await import('./on-class-progress.event.ts')).handler as never;
  await openCourse();
});
afterAll(() => service.stop());

async function openCourse(): Promise<void> {
  const courses = new CourseStore(service.db, service.table);
  const request = (key: string) => ({ actor: 'head', route: 'test', key, at });
  const course = {
    courseId,
    slug: 'an-toan',
    title: 'An toàn',
    summary: '',
    competenceCodes: [],
    lessons: [],
  };
  await courses.saveCourse(course, [], request('course'));
  const days = { startsOn: '2026-11-02', endsOn: '2026-12-20' };
  const run = {
    runId,
    courseId,
    code: 'L1',
    mode: 'online',
    seats: 60,
    taken: 0,
    waiting: 0,
    open: true,
  } as const;
  await courses.saveRun({ ...run, ...days }, { outboxId: 'o', outbox: [] }, request('run'));
}

type Told = readonly [contract: EventContract, data: object, version: number, occurredAt?: string];

/** One queue message per event, as the rule delivers them. */
const deliver = async (...events: readonly Told[]): Promise<SQSBatchResponse> =>
  consume(
    {
      Records: events.map(([contract, data, version, occurredAt = at], place) => ({
        ...{ messageId: `m${place}`, attributes: {} },
        body: JSON.stringify({
          'detail-type': contract.detailType,
          detail: {
            metadata: {
              ...{ eventId: ulid(), occurredAt, correlationId: 'c', causationId: 'c', actor: 'system' },
              aggregate: { type: 'any', id: 'any', version },
            },
            data,
          },
        }),
      })),
    } as never,
    lambdaContext() as never,
  );

const joined = (classId: string, personId: string, as: 'learner' | 'teacher', version = 1): Told => [
  ...([ClassMemberAddedV1, { classId, personId, as }, version] as const),
];
const left = (classId: string, personId: string, version: number): Told => [
  ...([ClassMemberRemovedV1, { classId, personId }, version] as const),
];
const seated = (personId: string): Told => [
  ...([EnrolmentConfirmedV1, { enrolmentId: ulid(), runId, courseId, personId }, 1, quietSince] as const),
];

/** Opening, handing in, the mark and what it completes. */
function attempted(personId: string, scoreHundredths: number, occurredAt: string): Told[] {
  const attempt = { attemptId: ulid(), quizId, courseId, runId, personId, attemptNo: 1 };
  const passed = scoreHundredths >= 500;
  const mark = { ...attempt, gradeNo: 1, scoreHundredths, passed, provisional: false, byCompetence: [] };
  const seat = { enrolmentId: 'e', runId, courseId, personId, resultHundredths: scoreHundredths };
  return [
    [AttemptStartedV1, { ...attempt, quizVersion: 1 }, 1, occurredAt],
    [AttemptSubmittedV1, { ...attempt, submittedBy: 'person' }, 2, occurredAt],
    [AttemptGradedV1, mark, 3, occurredAt],
    ...(passed ? [[RunCompletedV1, seat, 2, occurredAt] as const] : []),
  ];
}

const ask = (name: 'getClassProgress' | 'listClassSummaries', role: Role, personId: string, classId = '') =>
  call(api, enrollmentRoutes[name], {
    actor: { personId, roles: [role] },
    ...(classId && { params: { classId } }),
    at,
  });
const summaries = async (role: Role, personId: string) =>
  (await ask('listClassSummaries', role, personId)).body?.classes as { classId: string }[];

describe('the picture of a class', () => {
  it('is the same in whatever order and however often its events come', async () => {
    const events = (classId: string, hanh: string): Told[] => [
      joined(classId, teacher, 'teacher'),
      joined(classId, hanh, 'teacher', 1),
      left(classId, hanh, 2),
      joined(classId, hanh, 'learner', 3),
      seated(hanh),
      ...attempted(hanh, 450, '2026-11-19T05:00:00.000Z'),
      ...attempted(hanh, 850, '2026-11-20T05:00:00.000Z'),
    ];
    const twiceInAnyOrder = fc.tuple(fc.ulid(), fc.ulid()).chain(([classId, hanh]) => {
      const told = events(classId, hanh);
      return fc.record({
        ...{ classId: fc.constant(classId), hanh: fc.constant(hanh) },
        told: fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
      });
    });
    const seen = async ({ classId, hanh, told }: { classId: string; hanh: string; told: Told[] }) => {
      expect(await deliver(...told)).toEqual({ batchItemFailures: [] });
      const { body } = await ask('getClassProgress', 'teacher', teacher, classId);
      expect(body).toEqual({
        classId,
        courses: [{ courseId, slug: 'an-toan', title: 'An toàn' }],
        learners: [
          {
            ...{ personId: hanh, behind: false, lastActivityAt: '2026-11-20T05:00:00.000Z' },
            courses: [
              {
                ...{ courseId, status: 'completed', attempts: 2, bestHundredths: 850 },
                lastActivityAt: '2026-11-20T05:00:00.000Z',
                quizzes: [{ quizId, attempts: 2, bestHundredths: 850, passed: true }],
              },
            ],
          },
        ],
      });
    };
    await fc.assert(fc.asyncProperty(twiceInAnyOrder, seen), { numRuns: 15 });
  });

  it('loses no event when two consumers take one person’s events at the same time', async () => {
    const [classId, lan] = [ulid(), ulid()];
    const events = [joined(classId, teacher, 'teacher'), joined(classId, lan, 'learner'), seated(lan)];
    const tries = [attempted(lan, 300, at), attempted(lan, 400, at)].flat();
    let left: readonly Told[] = [...events, ...tries];
    // What fails comes again, as from the queue.
    while (left.length > 0) {
      const round = left;
      const answers = await Promise.all(round.map((event) => deliver(event)));
      left = round.filter((_, place) => answers[place]?.batchItemFailures.length);
    }
    const learning = await store.findLearning(lan);
    expect(
      Object.values(learning?.attempts ?? {})
        .map(({ mark }) => mark?.scoreHundredths)
        .sort(),
    ).toEqual([300, 400]);
    expect(learning?.seats[runId]).toMatchObject({ status: 'confirmed' });
  });
});

describe('who sees a class', () => {
  const [mine, theirs, other, hanh, lan] = [ulid(), ulid(), ulid(), ulid(), ulid()];
  beforeAll(() =>
    deliver(
      joined(mine, teacher, 'teacher'),
      joined(mine, hanh, 'learner'),
      joined(theirs, other, 'teacher'),
      joined(theirs, lan, 'learner'),
      seated(lan),
    ),
  );

  it('is its teacher and the training head; to another teacher it does not exist', async () => {
    const status = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;
    expect(await status('getClassProgress', 'teacher', teacher, mine)).toBe(200);
    expect(await status('getClassProgress', 'training-head', ulid(), theirs)).toBe(200);
    expect(await status('getClassProgress', 'teacher', teacher, theirs)).toBe(404);
    expect(await status('getClassProgress', 'training-head', ulid(), ulid())).toBe(404);
    expect(await status('getClassProgress', 'director', ulid(), mine)).toBe(403);
    expect(await status('getClassProgress', 'learner', hanh, mine)).toBe(403);
  });

  it('is nobody who was taken off it, and not a learner who teaches elsewhere', async () => {
    await deliver(joined(theirs, teacher, 'learner'));
    expect((await ask('getClassProgress', 'teacher', teacher, theirs)).status).toBe(404);
    await deliver(left(theirs, teacher, 2), left(mine, teacher, 2));
    expect((await ask('getClassProgress', 'teacher', teacher, mine)).status).toBe(404);
    expect(await summaries('teacher', teacher)).not.toContainEqual(
      expect.objectContaining({ classId: mine }),
    );
    await deliver(joined(mine, teacher, 'teacher', 3));
    expect((await ask('getClassProgress', 'teacher', teacher, mine)).status).toBe(200);
  });

  it('is decided by the table, which an index follows a moment later', async () => {
    const asked = vi.spyOn(service.db, 'send');
    await store.membersOf(mine);
    expect(asked.mock.calls.map(([{ input }]) => input)).toMatchObject([{ ConsistentRead: true }]);
    asked.mockRestore();
  });

  it('leaves a line in the log that names nobody but by reference, also to refusals nothing', async () => {
    const line = vi.spyOn(logger, 'info').mockImplementation(() => {});
    line.mockClear();
    await ask('getClassProgress', 'teacher', teacher, theirs);
    expect(line).not.toHaveBeenCalled();
    await ask('getClassProgress', 'teacher', teacher, mine);
    expect(line).toHaveBeenCalledExactlyOnceWith('access', {
      ...{ actor: teacher, roles: ['teacher'], route: 'GET /v1/classes/{classId}/progress' },
      ...{ subject: mine, people: 1 },
    });
  });

  it('gives head counts of every class to those who run the centre, and of the own ones to a teacher', async () => {
    const quiet = { classId: theirs, learners: 1, seated: 1, completed: 0, active: 0, behind: 1 };
    expect(await summaries('director', ulid())).toContainEqual(quiet);
    expect(await summaries('training-head', ulid())).toContainEqual(quiet);
    expect(await summaries('teacher', other)).toEqual([quiet]);
    await deliver(...attempted(lan, 900, at));
    expect(await summaries('teacher', other)).toEqual([{ ...quiet, completed: 1, active: 1, behind: 0 }]);
  });
});
