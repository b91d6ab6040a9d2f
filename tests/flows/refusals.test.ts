import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignRoutes } from '../../services/campaigns/contract.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import { type Client, problemIn } from '../support/client.ts';
import { answerTo } from '../support/gift-bank.ts';
import { answerQuiz, enrol, handIn } from '../support/learning.ts';
import { MALFORMED, RUN } from '../support/malformed-requests.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';

const NOBODYS = '01K9ZB3V7Q8M2N4P6R8S0T2V4W';
const KEY = { 'idempotency-key': 'one-request-key' };

let platform: LocalPlatform;
let centre: Centre;
let runId: string;
let attemptId: string;
let itemId: string;
let owner: Client;
let other: Client;
let classId: string;
let stored: string;

/** Everything that the platform stores: a refused request must leave all of it as it was. */
const snapshot = (): string => {
  const { dynamoDb, s3 } = platform.cloud.services;
  const tables = dynamoDb.describe().map(({ name, items, bytes }) => ({ name, items, bytes }));
  const buckets = s3.describe().map(({ name, objects, bytes }) => ({ name, objects, bytes }));
  return JSON.stringify({ tables, buckets });
};

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 2 });
  [owner, other] = centre.learners as [Client, Client];
  runId = await openRun(centre, 5);
  await enrol(owner, runId);
  ({ classId } = await centre.admin.ok(peopleRoutes.createClass, {
    body: { code: '10A1', name: 'Lớp 10A1' },
  }));
  await centre.admin.ok(peopleRoutes.putClassMember, {
    params: { classId, personId: centre.staff.teacher.personId },
    body: { as: 'teacher' },
  });
  await platform.quiet();
  const attempt = await answerQuiz(owner, centre.quizId, 3);
  ({ attemptId } = attempt);
  itemId = attempt.items[0]?.itemId ?? '';
  await platform.quiet();
});
beforeEach(() => {
  stored = snapshot();
});
afterAll(() => platform?.stop());

const nothingChanged = async () => {
  await platform.quiet();
  expect(snapshot()).toBe(stored);
};

describe('what belongs to somebody else', () => {
  it('stays theirs: an attempt can be neither read, answered, handed in nor reviewed', async () => {
    const params = { attemptId };
    const item = (await owner.ok(quizRoutes.getAttempt, { params })).items[0];
    const body = {
      response: item ? answerTo(item) : { kind: 'true-false' as const, value: true },
      version: 9,
    };
    const refusals = [
      await other.refused(quizRoutes.getAttempt, { params }),
      await other.refused(quizRoutes.saveAnswer, { params: { attemptId, itemId }, body }),
      await other.refused(quizRoutes.submitAttempt, { params }),
      await other.refused(quizRoutes.reviewAttempt, { params }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    await nothingChanged();
  });

  it('stays theirs: a seat can be neither given up nor taken for another', async () => {
    const params = { runId, personId: owner.personId };
    const given = await other.refused(enrollmentRoutes.cancelEnrolment, { params });
    expect([403, 404]).toContain(given.status);
    const taken = await other.refused(enrollmentRoutes.enrol, {
      params: { runId },
      body: { personId: owner.personId },
    });
    expect(taken.status).toBe(403);
    await nothingChanged();
  });

  it('is not seen by a teacher of another class', async () => {
    const { staff, otherTeacher } = centre;
    const params = { classId };
    expect((await staff.teacher.ok(peopleRoutes.listClassMembers, { params })).members).toHaveLength(1);
    const refused = await otherTeacher.refused(peopleRoutes.listClassMembers, { params });
    expect([403, 404]).toContain(refused.status);
    expect((await otherTeacher.ok(peopleRoutes.listClasses)).classes).toEqual([]);
    await nothingChanged();
  });

  it('is not changed by a role that may only look', async () => {
    const { staff } = centre;
    const body = {
      code: 'X',
      mode: 'online' as const,
      seats: 3,
      startsOn: '2026-11-02',
      endsOn: '2026-12-18',
    };
    const person = { fullName: 'Ai Đó', loginName: 'ai-do', roles: ['director' as const] };
    for (const client of [owner, staff.teacher, staff.clerk, staff['finance-head'], staff['youth-union']]) {
      const run = await client.refused(enrollmentRoutes.openRun, {
        params: { courseId: centre.courseId },
        body,
      });
      const made = await client.refused(peopleRoutes.registerPerson, { body: person });
      const listed = await client.refused(enrollmentRoutes.listRunEnrolments, { params: { runId } });
      expect([run.status, made.status, listed.status]).toEqual([403, 403, 403]);
    }
    await nothingChanged();
  });

  it('needs a sign-in, and one that the pool gave', async () => {
    const { status } = await platform.passerBy.send({ method: 'GET', path: '/v1/my/enrolments' });
    const forged = await platform.passerBy.send({
      method: 'POST',
      path: `/v1/course-runs/${runId}/enrolments`,
      headers: { ...KEY, authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJ1c2VybmFtZSI6IngifQ.' },
      body: '{}',
    });
    expect([status, forged.status]).toEqual([401, 401]);
    await nothingChanged();
  });
});

describe('a malformed request', () => {
  it.each(MALFORMED)(
    'with $why is answered $status $code and writes nothing',
    async ({ status, code, body }) => {
      const answer = await centre.admin.send({
        method: 'POST',
        path: `/v1/courses/${centre.courseId}/runs`,
        headers: KEY,
        ...(body !== undefined && { body }),
      });
      expect(problemIn(answer)).toMatchObject({ status, code });
      await nothingChanged();
    },
  );

  it('names each faulty field', async () => {
    const answer = await centre.admin.send({
      method: 'POST',
      path: `/v1/courses/${centre.courseId}/runs`,
      headers: KEY,
      body: JSON.stringify({ ...RUN, seats: 'ten', mode: 'by-post' }),
    });
    const pointers = problemIn(answer).errors?.map(({ pointer }) => pointer) ?? [];
    expect(pointers.sort()).toEqual(['/body/mode', '/body/seats']);
    await nothingChanged();
  });

  it('without an idempotency key creates nothing', async () => {
    const answer = await owner.send({
      method: 'POST',
      path: `/v1/course-runs/${runId}/enrolments`,
      body: '{}',
    });
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'invalid-request' });
    await nothingChanged();
  });

  it('larger than the gateway takes is refused before any function runs', async () => {
    const path = `/v1/courses/${centre.courseId}/runs`;
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    const { status } = await centre.admin.send({ method: 'POST', path, headers: KEY, body });
    expect(status).toBe(413);
    await nothingChanged();
  });

  it('about what does not exist, or under an identifier of another form, changes nothing', async () => {
    const { admin, staff } = centre;
    const unknown = [
      await admin.refused(enrollmentRoutes.openRun, {
        params: { courseId: NOBODYS },
        body: { ...RUN, mode: 'online' },
      }),
      await owner.refused(enrollmentRoutes.enrol, { params: { runId: NOBODYS }, body: {} }),
      await owner.refused(quizRoutes.startAttempt, { params: { quizId: NOBODYS } }),
      await owner.refused(quizRoutes.getAttempt, { params: { attemptId: NOBODYS } }),
      await admin.refused(peopleRoutes.putClassMember, {
        params: { classId, personId: NOBODYS },
        body: { as: 'learner' },
      }),
      await staff['youth-union'].refused(campaignRoutes.getCampaign, { params: { campaignId: NOBODYS } }),
    ];
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const strange = await owner.refused(quizRoutes.getAttempt, { params: { attemptId: '../me' } });
    expect(strange.status).toBe(422);
    await nothingChanged();
  });

  it('to enrol somebody under an identifier of another form is refused', async () => {
    const problem = await centre.admin.refused(enrollmentRoutes.enrol, {
      params: { runId },
      body: { personId: 'not-an-id' },
    });
    expect(problem.status).toBe(422);
    await nothingChanged();
  });

  it('answers a problem document for an answer that does not fit the question', async () => {
    const problem = await owner.refused(quizRoutes.saveAnswer, {
      params: { attemptId, itemId },
      body: { response: { kind: 'single-choice', optionId: 'o99' }, version: 10 },
    });
    expect(problem.status).toBe(422);
    expect((await handIn(owner, attemptId)).grade).toBeDefined();
  });
});
