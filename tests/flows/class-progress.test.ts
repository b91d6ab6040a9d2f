import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { answerQuiz, enrol, handIn } from '../support/learning.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { tellEverythingAgain } from '../support/tell-again.ts';

let platform: LocalPlatform;
let centre: Centre;
let classId: string;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 3 });
  const body = { code: '12A1', name: 'Lớp 12A1' };
  ({ classId } = await centre.admin.ok(peopleRoutes.createClass, { body }));
  await join(centre.staff.teacher, 'teacher');
  for (const learner of centre.learners) await join(learner, 'learner');
  const runId = await openRun(centre, 3);
  for (const learner of centre.learners) await enrol(learner, runId);
  await platform.quiet();
});
afterAll(() => platform?.stop());

const join = ({ personId }: Client, as: 'learner' | 'teacher') =>
  centre.admin.ok(peopleRoutes.putClassMember, { params: { classId, personId }, body: { as } });
const leave = ({ personId }: Client) =>
  centre.admin.ok(peopleRoutes.removeClassMember, { params: { classId, personId } });
const look = (client: Client) => client.ok(enrollmentRoutes.getClassProgress, { params: { classId } });
const learner = (at: number): Client => centre.learners[at] ?? expect.fail('There are three learners.');
const rowOf = async ({ personId }: Client) =>
  (await look(centre.staff.teacher)).learners.find((one) => one.personId === personId);

async function takeQuiz(who: Client, right: number): Promise<void> {
  const { attemptId } = await answerQuiz(who, centre.quizId, right);
  await handIn(who, attemptId);
  await platform.quiet();
}

describe('the picture of a class', () => {
  it('follows joining, seats, marks and completion by events', async () => {
    await takeQuiz(learner(0), 6);
    await takeQuiz(learner(1), 1);
    const { courseId } = centre;
    expect((await look(centre.staff.teacher)).courses).toEqual([
      { courseId, slug: 'ky-nang-so', title: 'Kỹ năng số' },
    ]);
    const passed = { courseId, status: 'completed', attempts: 1, bestHundredths: 1000 };
    expect(await rowOf(learner(0))).toMatchObject({ behind: false, courses: [passed] });
    const failed = await rowOf(learner(1));
    expect(failed?.courses[0]).toMatchObject({ status: 'confirmed', attempts: 1 });
    expect(failed?.courses[0]?.bestHundredths).toBeLessThan(500);
    expect(await rowOf(learner(2))).toMatchObject({ courses: [{ status: 'confirmed', attempts: 0 }] });
  });

  it('takes the better of two marks', async () => {
    await takeQuiz(learner(1), 5);
    expect((await rowOf(learner(1)))?.courses[0]).toMatchObject({ status: 'completed', attempts: 2 });
  });

  it('is the same after everything on the bus was told again', async () => {
    const before = await look(centre.staff.teacher);
    await tellEverythingAgain(platform);
    expect(await look(centre.staff.teacher)).toEqual(before);
  });
});

describe('who sees it', () => {
  it('is the class’s teacher and the training head; the director sees head counts', async () => {
    expect((await look(centre.admin)).learners).toHaveLength(3);
    const params = { classId };
    const { otherTeacher, staff } = centre;
    expect(await otherTeacher.refused(enrollmentRoutes.getClassProgress, { params })).toMatchObject({
      status: 404,
    });
    expect(await staff.director.refused(enrollmentRoutes.getClassProgress, { params })).toMatchObject({
      status: 403,
    });
    for (const client of [learner(0), staff.clerk])
      expect(await client.refused(enrollmentRoutes.getClassProgress, { params })).toMatchObject({
        status: 403,
      });
    const counts = { classId, learners: 3, seated: 3, completed: 2, active: 2, behind: 0 };
    expect((await staff.director.ok(enrollmentRoutes.listClassSummaries)).classes).toEqual([counts]);
    expect((await otherTeacher.ok(enrollmentRoutes.listClassSummaries)).classes).toEqual([]);
  });

  it('ends when a teacher is taken off the class, and a learner who left is no longer in it', async () => {
    await leave(learner(2));
    await platform.quiet();
    expect((await look(centre.staff.teacher)).learners).toHaveLength(2);
    await leave(centre.staff.teacher);
    await platform.quiet();
    const params = { classId };
    expect(await centre.staff.teacher.refused(enrollmentRoutes.getClassProgress, { params })).toMatchObject({
      status: 404,
    });
  });

  it('is kept in the log, by reference and without a name', () => {
    const lines = platform.logs.filter((line) => line.includes('"message":"access"'));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.some((line) => line.includes(centre.staff.teacher.personId) && line.includes(classId))).toBe(
      true,
    );
    for (const line of lines)
      for (const word of centre.personal) expect(line.includes(word), line).toBe(false);
  });
});
