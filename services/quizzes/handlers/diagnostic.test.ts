import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { lambdaContext } from '../../../tests/support/api-event.ts';
import { BankStore } from '../bank-store.ts';
import { diagnosticRoutes, type Placement, quizRoutes, type Response } from '../contract.ts';
import { DiagnosticStore } from '../diagnostic-store.ts';
import { nextRevision } from '../domain/bank.ts';
import type { Question } from '../domain/question.ts';
import { PlacementStore } from '../placement-store.ts';
import { key, type Learner, learner, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';
import { after, START } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Statements of every level of a domain. The true ones are those of even number. */
const statements = (domain: string, levels = ['CB1', 'CB2', 'TC1', 'TC2'], perLevel = 3): Question[] =>
  levels.flatMap((level) =>
    Array.from({ length: perLevel }, (_, n) => ({
      kind: 'true-false' as const,
      title: `Miền ${domain} mức ${level} số ${n}`,
      stem: `Câu ${n} của ${domain} ở ${level}`,
      isTrue: n % 2 === 0,
      competenceCode: `${domain}.${1 + (n % 3)}`,
      level,
    })),
  );

const publish = (
  courseIds: readonly string[],
  rules: Record<string, unknown> = {},
  at = START,
  headers = key(),
) => {
  const body = { title: 'Xem mức', courseIds, domains: ['1', '4'], ...rules };
  return api.call(diagnosticRoutes.publishDiagnostic, { actor: trainingHead, headers, body, at });
};

/** A diagnostic of two domains that everybody takes from now on. */
const published = async (rules: Record<string, unknown> = {}, at = START) => {
  const courseId = ulid();
  await api.keep(courseId, [...statements('1'), ...statements('4')]);
  return publish([courseId], rules, at);
};

const start = (actor: Learner, at = START) => api.call(diagnosticRoutes.startPlacement, { actor, at });
const opened = async (actor: Learner, at = START) => (await start(actor, at)).body as Placement;
const answer = (actor: Learner, placementId: string, step: number, response?: Response, at = after(60)) => {
  const params = { placementId, step: String(step) };
  const body = response ? { response } : {};
  return api.call(diagnosticRoutes.answerPlacement, { actor, params, body, at });
};
const get = (actor: Learner, placementId: string, at = after(60)) =>
  api.call(diagnosticRoutes.getPlacement, { actor, params: { placementId }, at });

/** Answers as somebody who knows everything up to a level. */
const knowing =
  (levels: readonly string[]) =>
  (placement: Placement): Response => {
    const { stem = '' } = placement.waiting?.item ?? {};
    const isTrue = Number(/Câu (\d)/.exec(stem)?.[1]) % 2 === 0;
    const knows = levels.some((level) => stem.endsWith(level));
    return { kind: 'true-false', value: knows ? isTrue : !isTrue };
  };

/** Goes through a placement to its end; every answer on the way. */
const sitThrough = async (actor: Learner, answering: (placement: Placement) => Response | undefined) => {
  const seen = [await opened(actor)];
  for (let at = seen[0] as Placement; at.status === 'open'; ) {
    const { status, body } = await answer(actor, at.placementId, at.step, answering(at));
    expect(status).toBe(200);
    at = body as Placement;
    seen.push(at);
  }
  return seen;
};

const eventsOf = async (
  placementId: string,
): Promise<{ detailType: string; data: Record<string, unknown> }[]> => {
  const { Items = [] } = await api.table.db.send(new ScanCommand({ TableName: api.table.table }));
  return Items.flatMap(({ outbox }) => (outbox ?? []) as OutboxEntry[])
    .filter(({ eventId }) => eventId.startsWith(placementId))
    .map(({ detailType, detail }) => ({ detailType, data: JSON.parse(detail).data }));
};

describe('publishing', () => {
  test('names the domains that approved questions are too few for, and asks nothing that is not approved', async () => {
    const courseId = ulid();
    await api.keep(courseId, [...statements('4'), ...statements('1', ['CB1'])]);
    const thin = await publish([courseId]);
    expect(thin).toMatchObject({ status: 409, body: { code: 'diagnostic-too-thin' } });
    expect(thin.body?.errors).toEqual([
      { pointer: '/body/domains/0', detail: expect.stringContaining('3 câu') },
    ]);
    expect((await publish([courseId], { domains: ['4'] })).status).toBe(201);
  });

  test('is done once for a key, and the latest one is the one that people take', async () => {
    const courseId = ulid();
    await api.keep(courseId, [...statements('1'), ...statements('4')]);
    const headers = key();
    const [first, again] = [
      await publish([courseId], {}, after(1), headers),
      await publish([courseId], {}, after(2), headers),
    ];
    expect(again.body).toEqual(first.body);
    const newer = await publish([courseId], { title: 'Bản mới' }, after(3));
    const { body } = await api.call(diagnosticRoutes.getCurrentDiagnostic, {});
    expect(body).toEqual({ diagnostic: newer.body });
    expect(newer.body).toMatchObject({ courseIds: [courseId], domains: ['1', '4'] });
  });
});

describe('a placement', () => {
  test('ends with a level in each domain: high for who knows all, none for who knows nothing', async () => {
    await published({}, after(10));
    const everything = await sitThrough(learner(), knowing(['CB1', 'CB2', 'TC1', 'TC2']));
    const nothing = await sitThrough(learner(), () => undefined);
    const middle = await sitThrough(learner(), knowing(['CB1', 'CB2']));
    const levels = (seen: readonly Placement[]) => seen.at(-1)?.levels?.map(({ level }) => level);
    expect(levels(everything)).toEqual(['TC2', 'TC2']);
    expect(levels(nothing)).toEqual([undefined, undefined]);
    expect(levels(middle)).toEqual(['CB2', 'CB2']);
    expect(nothing.at(-1)?.levels?.every(({ isMeasured }) => isMeasured)).toBe(true);
  });

  test('tells nothing of right and wrong before its end, and of keys never', async () => {
    await published({}, after(20));
    const seen = await sitThrough(learner(), knowing(['CB1']));
    for (const placement of seen.slice(0, -1)) {
      expect(placement).not.toHaveProperty('levels');
      expect(Object.keys(placement.waiting?.item ?? {}).toSorted()).toEqual(['itemId', 'kind', 'stem']);
    }
    expect(JSON.stringify(seen)).not.toMatch(/isTrue|right|difficulty|ability|seed|contentHash/);
  });

  test('is graded once, with what each component earned and the level of each domain', async () => {
    await published({}, after(30));
    const actor = learner();
    const seen = await sitThrough(actor, knowing(['CB1', 'CB2']));
    const { placementId = '' } = seen.at(-1) ?? {};
    await answer(actor, placementId, seen.length - 1, knowing(['CB1', 'CB2'])(seen.at(-2) as Placement));
    const told = await eventsOf(placementId);
    expect(told.map(({ detailType }) => detailType)).toEqual(['AttemptGraded.v2']);
    const { byCompetence, byDomain, ...data } = told[0]?.data ?? {};
    expect(data).toMatchObject({ personId: actor.personId, attemptId: placementId, purpose: 'placement' });
    expect(byDomain).toMatchObject([
      { domain: '1', level: 'CB2', measured: true },
      { domain: '4', level: 'CB2', measured: true },
    ]);
    const totals = (byCompetence as { total: number }[]).map(({ total }) => total);
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe((seen.length - 1) * 100);
  });

  test('gives two tabs, a repeat and a reload the same next question, and keeps the first answer', async () => {
    await published({}, after(40));
    const actor = learner();
    const { placementId, waiting } = await opened(actor);
    const yes: Response = { kind: 'true-false', value: true };
    const [first, second] = await Promise.all([
      answer(actor, placementId, 1, yes),
      answer(actor, placementId, 1, yes),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body).toMatchObject({ step: 2, waiting: { domain: '1' } });
    expect(first.body).not.toMatchObject({ waiting });
    expect(second.body).toEqual(first.body);
    expect((await answer(actor, placementId, 1, yes)).body).toEqual(first.body);
    expect((await get(actor, placementId)).body).toEqual(first.body);
    expect(await opened(actor)).toEqual(first.body);
    const other = await answer(actor, placementId, 1, { kind: 'true-false', value: false });
    expect(other).toMatchObject({ status: 409, body: { code: 'other-question-now' } });
    expect((await answer(actor, placementId, 7, yes)).status).toBe(409);
  });

  test('two different answers at once: one stands, the other is told so', async () => {
    await published({}, after(50));
    const actor = learner();
    const { placementId } = await opened(actor);
    const said = await Promise.all(
      [true, false].map((value) => answer(actor, placementId, 1, { kind: 'true-false', value })),
    );
    expect(said.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await get(actor, placementId)).body).toMatchObject({ step: 2 });
  });

  test('refuses what does not fit the question and keeps the step', async () => {
    await published({}, after(55));
    const actor = learner();
    const { placementId } = await opened(actor);
    const said = await answer(actor, placementId, 1, { kind: 'numeric', text: '7' });
    expect(said).toMatchObject({ status: 422, body: { code: 'response-does-not-fit' } });
    expect((await get(actor, placementId)).body).toMatchObject({ step: 1 });
  });

  test('is found by its owner alone', async () => {
    await published({}, after(58));
    const { placementId } = await opened(learner());
    const stranger = learner();
    expect((await get(stranger, placementId)).status).toBe(404);
    expect((await answer(stranger, placementId, 1)).status).toBe(404);
  });

  test('started twice at once is one, and can be repeated after the days of the diagnostic', async () => {
    await published({ repeatAfterDays: 3 }, after(70));
    const actor = learner();
    const both = await Promise.all([1, 2].map(() => start(actor)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body?.placementId).toBe(both[1]?.body?.placementId);
    await sitThrough(actor, () => undefined);
    expect(await start(actor, after(2 * DAY))).toMatchObject({
      status: 409,
      body: { code: 'placed-recently' },
    });
    expect(await start(actor, after(4 * DAY))).toMatchObject({ status: 200, body: { placementNo: 2 } });
    const mine = await api.call(diagnosticRoutes.listMyPlacements, { actor, at: after(4 * DAY) });
    expect(mine.body?.placements).toMatchObject([{ placementNo: 2 }, { placementNo: 1, status: 'finished' }]);
  });
});

test('the day from which it can be repeated is the day that the page has named, whatever was published since', async () => {
  await published({ repeatAfterDays: 3 }, after(75));
  const actor = learner();
  const seen = await sitThrough(actor, () => undefined);
  await published({ repeatAfterDays: 30 }, after(76));
  const { placementId, repeatableFrom = '' } = seen.at(-1) ?? {};
  expect((await get(actor, placementId ?? '', after(DAY))).body).toMatchObject({ repeatableFrom });
  expect(repeatableFrom < after(4 * DAY)).toBe(true);
  expect(await start(actor, repeatableFrom)).toMatchObject({ status: 200, body: { placementNo: 2 } });
});

describe('the deadline', () => {
  test('closes what was begun with what was answered, and says of the rest that it is not known', async () => {
    await published({ hoursOpen: 1 }, after(80));
    const actor = learner();
    const { placementId } = await opened(actor);
    for (const step of [1, 2, 3]) await answer(actor, placementId, step);
    const tooLate = () =>
      answer(actor, placementId, 4, { kind: 'true-false', value: true }, after(HOUR + 60));
    const [late, again] = [await tooLate(), await tooLate()];
    expect(late).toMatchObject({ status: 409, body: { code: 'placement-over' } });
    expect(again.body).toEqual(late.body);
    const repeated = await answer(actor, placementId, 3, undefined, after(HOUR + 61));
    expect(repeated).toMatchObject({ status: 200, body: { status: 'finished', finishedBy: 'deadline' } });
    expect((repeated.body as Placement).levels?.map(({ isMeasured }) => isMeasured)).toEqual([true, false]);
    expect(await eventsOf(placementId)).toMatchObject([{ data: { submittedBy: 'deadline' } }]);
  });

  test('is kept by the sweep for those who never come back, once', async () => {
    await published({ hoursOpen: 1 }, after(90));
    const actor = learner();
    const { placementId } = await opened(actor, after(100));
    const { handler } = await import('./sweep.schedule.ts');
    const sweep = (seconds: number) => handler({ dueAt: after(seconds) }, lambdaContext());
    await sweep(HOUR);
    expect((await get(actor, placementId, after(HOUR))).body?.status).toBe('open');
    await Promise.all([sweep(HOUR + 200), sweep(HOUR + 200)]);
    const store = new PlacementStore(api.table.db, api.table.table);
    const placement = await store.findPlacement({ personId: actor.personId, placementId });
    expect(placement).toMatchObject({ status: 'finished', finishedBy: 'deadline' });
    expect(await eventsOf(placementId)).toHaveLength(1);
  });
});

describe('a class', () => {
  test('shows the latest levels of its learners to its teacher and to the training office, to nobody else', async () => {
    await published({}, after(110));
    const actor = learner();
    await sitThrough(actor, knowing(['CB1', 'CB2']));
    const { teacher: own, classId } = await api.teacherOf(actor);
    const list = (who: { personId: string; roles: readonly ('teacher' | 'training-head')[] }) =>
      api.call(diagnosticRoutes.listClassPlacements, { actor: who, params: { classId } });
    const seen = await list(own);
    expect(seen.body?.placements).toMatchObject([
      {
        personId: actor.personId,
        levels: [
          { domain: '1', level: 'CB2' },
          { domain: '4', level: 'CB2' },
        ],
      },
    ]);
    expect((await list(trainingHead)).body).toEqual(seen.body);
    expect((await list(teacher)).status).toBe(404);
    expect(JSON.stringify(seen.body)).not.toMatch(/ability|standardError/);
  });
});

test('the next diagnostic knows how hard its questions have proved', async () => {
  const courseId = ulid();
  await api.keep(courseId, [...statements('1'), ...statements('4')]);
  const first = await publish([courseId], {}, after(115));
  for (let n = 0; n < 4; n += 1) await sitThrough(learner(), () => undefined);
  const second = await publish([courseId], {}, after(116));
  const third = await publish([courseId], {}, after(117));
  const store = new DiagnosticStore(api.table.db, api.table.table);
  const [stated, proved, kept] = await Promise.all(
    [first, second, third].map(({ body }) => store.findPool(String(body?.diagnosticId))),
  );
  const difficulties = (pool: typeof stated) => new Map(pool?.map((item) => [item.itemId, item.difficulty]));
  const moved = [...difficulties(proved)].map(
    ([itemId, now]) => now - (difficulties(stated).get(itemId) ?? 0),
  );
  // Nobody knew anything: what was asked is harder than its authors thought, what was not asked is left alone.
  expect(Math.max(...moved)).toBeGreaterThan(0.02);
  expect(Math.min(...moved)).toBe(0);
  expect(difficulties(kept)).toEqual(difficulties(proved));
});

test('a corrected question asks those who go on what they were asked before', async () => {
  const courseId = ulid();
  await api.keep(courseId, [...statements('1'), ...statements('4')]);
  await publish([courseId], {}, after(120));
  const actor = learner();
  const { placementId, waiting } = await opened(actor);
  const bank = new BankStore(api.table.db, api.table.table);
  const items = await bank.allItems(courseId);
  const item = items.find(({ itemId }) => itemId === waiting?.item.itemId);
  if (!item) throw new Error('the waiting question is of this bank');
  await bank.saveItem({
    item: {
      ...{ ...item, version: item.version + 1, revision: nextRevision(item) },
      ...{ contentHash: 'another', status: 'approved' },
    },
    question: { kind: 'true-false', title: item.title, stem: 'Đã sửa', isTrue: true },
  });
  expect((await get(actor, placementId)).body?.waiting).toEqual(waiting);
  expect((await answer(actor, placementId, 1, { kind: 'true-false', value: true })).status).toBe(200);
});

describe('what is withdrawn', () => {
  const withdraw = async (courseId: string, wanted: (stem: string) => boolean) => {
    const items = await new BankStore(api.table.db, api.table.table).allItems(courseId);
    for (const { itemId, version } of items.filter((item) => wanted(item.stem))) {
      const params = { courseId, itemId };
      const body = { version, note: 'Đáp án sai.' };
      expect((await api.call(quizRoutes.withdrawItem, { actor: teacher, params, body })).status).toBe(200);
    }
  };
  const begun = async (at: number) => {
    const courseId = ulid();
    await api.keep(courseId, [...statements('1'), ...statements('4')]);
    await publish([courseId], {}, after(at));
    return courseId;
  };

  test('is asked by no placement that goes on or starts, and the rest is', async () => {
    const courseId = await begun(130);
    const actor = learner();
    await opened(actor);
    await withdraw(courseId, (stem) => stem.startsWith('Câu 0') || stem.includes(' 4 '));
    for (const [who, from] of [
      [actor, 1],
      [learner(), 0],
    ] as const) {
      const seen = await sitThrough(who, knowing(['CB1', 'CB2']));
      const stems = seen.flatMap(({ waiting }) => waiting?.item.stem ?? []);
      expect(stems.length).toBeGreaterThan(2);
      expect(stems.slice(from).filter((stem) => /^Câu 0| 4 /.test(stem))).toEqual([]);
      expect(seen.at(-1)?.levels?.map(({ isMeasured }) => isMeasured)).toEqual([true, false]);
    }
  });

  test('altogether: nothing starts, and the learner is told why', async () => {
    const courseId = await begun(140);
    await withdraw(courseId, () => true);
    const actor = learner();
    expect(await start(actor)).toMatchObject({ status: 409, body: { code: 'questions-withdrawn' } });
    const mine = await api.call(diagnosticRoutes.listMyPlacements, { actor });
    expect(mine.body?.placements).toEqual([]);
  });
});
