import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { diagnosticRoutes, type Placement, quizRoutes } from '../../services/quizzes/contract.ts';
import { reportRoutes } from '../../services/reports/contract.ts';
import { approveItems } from '../support/approve-items.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { distinctEvents } from '../support/stored-events.ts';

let platform: LocalPlatform;
let centre: Centre;

const LEVELS = ['CB1', 'CB2', 'TC1', 'TC2'];

/** True statements of every level of a domain; only what stands before the colon tells the level, and nobody is told. */
const statements = LEVELS.flatMap((level) =>
  [1, 2, 3].map((no) => ({
    kind: 'true-false' as const,
    title: `An toàn ${level} ${no}`,
    stem: `${level}: điều số ${no}`,
    isTrue: true,
    competenceCode: `4.${no}`,
    level,
  })),
);

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 2 });
  const { admin, staff } = centre;
  // A bank of its own: that of the course asks about safety too, in other kinds of question.
  const courseId = ulid();
  await admin.ok(quizRoutes.writeItems, { params: { courseId }, body: { questions: statements } });
  await approveItems(staff.teacher, courseId);
  await admin.ok(diagnosticRoutes.publishDiagnostic, {
    body: { title: 'Xem mức', courseIds: [courseId], domains: ['4'], hoursOpen: 2 },
  });
});
afterAll(() => platform?.stop());

/** Answers rightly what is of a known level, sending each answer twice as a phone with a bad line does. */
async function sitThrough(learner: Client, known: readonly string[]): Promise<Placement> {
  let placement = await learner.ok(diagnosticRoutes.startPlacement);
  while (placement.waiting) {
    const { placementId, step, waiting } = placement;
    const value = known.some((level) => waiting.item.stem.startsWith(level));
    const answer = {
      params: { placementId, step },
      body: { response: { kind: 'true-false' as const, value } },
    };
    const [next, again] = await Promise.all([
      learner.ok(diagnosticRoutes.answerPlacement, answer),
      learner.ok(diagnosticRoutes.answerPlacement, answer),
    ]);
    expect(again).toEqual({ ...next });
    placement = next;
  }
  return placement;
}

describe('a placement', () => {
  it('needs no seat, ends with a level, and is told once as a mark that completes and counts nothing', async () => {
    const [able, beginner] = centre.learners as [Client, Client];
    const levels = await Promise.all([sitThrough(able, ['CB1', 'CB2', 'TC1']), sitThrough(beginner, [])]);
    expect(levels.map((each) => each.levels)).toEqual([
      [{ domain: '4', isMeasured: true, level: 'TC1' }],
      [{ domain: '4', isMeasured: true }],
    ]);
    await platform.quiet();
    const told = distinctEvents(platform.data).filter(({ detailType }) =>
      detailType.startsWith('AttemptGraded'),
    );
    expect(told.map(({ detailType }) => detailType)).toEqual(['AttemptGraded.v2', 'AttemptGraded.v2']);
    expect(told.map(({ data }) => data.personId).toSorted()).toEqual(
      [able.personId, beginner.personId].toSorted(),
    );
    for (const { text } of told) expect(text).not.toMatch(/isTrue|điều số|response/);
    expect((await able.ok(enrollmentRoutes.listMyEnrolments)).enrolments).toEqual([]);
    const { figures } = await centre.staff.director.ok(reportRoutes.getOverview);
    expect(figures.find(({ code }) => code === 'attempts-passed')?.value).toBeNull();
  });

  it('is nobody else’s to see, and waits some days for another', async () => {
    const [able, beginner] = centre.learners as [Client, Client];
    const [placement] = (await able.ok(diagnosticRoutes.listMyPlacements)).placements;
    const params = { placementId: placement?.placementId ?? '' };
    expect(await beginner.refused(diagnosticRoutes.getPlacement, { params })).toMatchObject({ status: 404 });
    expect(await able.refused(diagnosticRoutes.startPlacement)).toMatchObject({ code: 'placed-recently' });
  });
});
