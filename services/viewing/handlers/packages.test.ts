import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findItem } from '#shared/store/find-item.ts';
import { call } from '../../../tests/support/api-event.ts';
import {
  pointHandlersAt,
  type ServiceTable,
  startServiceTable,
} from '../../../tests/support/service-table.ts';
import { viewingRoutes } from '../contract.ts';
import { packageKey, packageWholeKey } from '../keys.ts';
import { ViewingStore } from '../store.ts';

let service: ServiceTable;
let handler: unknown;

beforeAll(async () => {
  service = await startServiceTable();
  pointHandlersAt(service);
  ({ handler } = await import('./api.ts'));
});
afterAll(() => service?.stop());

/** What the last write of a result told others. */
async function toldOf(personId: string, assetId: string, key = packageKey(personId, assetId, 1)) {
  const item = await findItem(service.db, service.table, key);
  const outbox = (item?.outbox ?? []) as { detail: string }[];
  return outbox.map(({ detail }) => (JSON.parse(detail) as { data: object }).data);
}

/** A learner before a package that is ready. */
async function learnerAtPackage(kind = 'package', lessons?: number) {
  const [assetId, personId] = [ulid(), ulid()];
  const viewings = new ViewingStore(service.db, service.table);
  await viewings.saveAsset(
    { assetId, courseId: ulid(), durationSeconds: 0, kind, ...(lessons && { lessons }) },
    1,
  );
  const actor = { personId, roles: ['learner'] as const };
  const start = (sessionId: string, lesson?: number) =>
    call(handler, viewingRoutes.startPackageSession, {
      ...{ actor, params: { assetId } },
      body: { sessionId, ...(lesson && { lesson }) },
    });
  const commit = (sessionId: string, commitNo: number, more: object = {}) =>
    call(handler, viewingRoutes.commitPackage, {
      actor,
      params: { assetId, sessionId, commitNo: String(commitNo) },
      body: { status: 'incomplete', location: '', suspendData: '', sessionSeconds: 0, ...more },
    });
  const progress = () => call(handler, viewingRoutes.getPackageProgress, { actor, params: { assetId } });
  return { assetId, personId, start, commit, progress };
}

describe('a package', () => {
  it('begins with nothing and goes on from what it kept, also when its commits came twice and turned round', async () => {
    const { start, commit, personId, assetId } = await learnerAtPackage();
    expect(await start('session-1')).toMatchObject({
      status: 200,
      body: { status: 'not attempted', suspendData: '', earlierSessions: 0 },
    });
    const last = {
      ...{ status: 'passed', location: 'trang 4', suspendData: 'a=1;b=2' },
      ...{ score: { raw: 8, min: 0, max: 10 }, sessionSeconds: 90 },
    };
    await commit('session-1', 2, last);
    await commit('session-1', 1, { location: 'trang 1', sessionSeconds: 30 });
    expect((await commit('session-1', 2, last)).body).toEqual({
      ...{ status: 'passed', scoreHundredths: 800, totalSeconds: 90 },
    });
    expect((await start('session-2')).body).toEqual({
      ...{ status: 'passed', location: 'trang 4', suspendData: 'a=1;b=2', totalSeconds: 90 },
      ...{ score: { raw: 8, min: 0, max: 10 }, earlierSessions: 1 },
    });
    expect(await toldOf(personId, assetId)).toEqual([]);
    await commit('session-2', 1, { status: 'browsed', sessionSeconds: 15 });
    expect(await toldOf(personId, assetId), 'no minute is full').toEqual([]);
    await commit('session-2', 2, { status: 'browsed', sessionSeconds: 45 });
    expect(await toldOf(personId, assetId)).toMatchObject([
      { personId, assetId, status: 'passed', scoreHundredths: 800, totalSeconds: 135 },
    ]);
  });

  it('keeps the time of two devices that save at once', async () => {
    const { start, commit } = await learnerAtPackage();
    const sessions = ['session-1', 'session-2', 'session-3'];
    const begun = await Promise.all(sessions.map((id) => start(id)));
    expect(begun.map(({ status }) => status)).toEqual([200, 200, 200]);
    const kept = await Promise.all(sessions.map((id) => commit(id, 1, { sessionSeconds: 20 })));
    expect(kept.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await commit('session-1', 2)).body).toMatchObject({ totalSeconds: 60 });
  });

  it('is not found where there is none, or a session that nobody began', async () => {
    const film = await learnerAtPackage('video');
    expect((await film.start('session-1')).status).toBe(404);
    const { start, commit } = await learnerAtPackage();
    expect((await commit('session-1', 1)).status).toBe(404);
    await start('session-1');
    expect((await commit('session-9', 1)).status).toBe(404);
  });

  it.each([
    { suspendData: 'x'.repeat(64_001) },
    { location: 'x'.repeat(256) },
    { status: 'won' },
    { score: { raw: 101 } },
    { score: { raw: '80' } },
    { sessionSeconds: -1 },
  ])('that wants more kept than there is room for is refused: %o', async (more) => {
    const { start, commit } = await learnerAtPackage();
    await start('session-1');
    expect((await commit('session-1', 1, more)).status).toBe(422);
  });
});

describe('a package of several lessons', () => {
  it('keeps the place of each, tells of all together, and of which is done when it is asked', async () => {
    const { start, commit, progress, personId, assetId } = await learnerAtPackage('package', 2);
    const told = () => toldOf(personId, assetId, packageWholeKey(personId, assetId));
    expect((await progress()).body).toEqual({ lessons: [] });
    await start('session-1');
    await commit('session-1', 1, { location: 'trang 1' });
    const passed = { status: 'passed', suspendData: 'hai', score: { raw: 60 }, sessionSeconds: 70 };
    await start('session-2', 2);
    expect((await commit('session-2', 1, { lesson: 2, ...passed })).body).toEqual({
      ...{ status: 'passed', scoreHundredths: 600, totalSeconds: 70 },
    });
    expect(await told()).toMatchObject([{ status: 'incomplete', totalSeconds: 70, lessonsDone: 1 }]);
    expect((await start('session-3')).body).toMatchObject({ location: 'trang 1', suspendData: '' });
    expect((await start('session-4', 2)).body).toMatchObject({ location: '', suspendData: 'hai' });
    const done = { status: 'completed', sessionSeconds: 20 };
    await commit('session-3', 1, done);
    await commit('session-3', 1, done);
    expect(await told()).toEqual([
      {
        ...{ personId, assetId, courseId: expect.any(String), status: 'passed', scoreHundredths: 600 },
        ...{ totalSeconds: 90, lessons: 2, lessonsDone: 2 },
      },
    ]);
    expect((await progress()).body).toEqual({
      lessons: [
        { lesson: 1, status: 'completed' },
        { lesson: 2, status: 'passed', scoreHundredths: 600 },
      ],
    });
  });

  it('loses nothing when two devices finish its lessons at once', async () => {
    const { start, commit, progress } = await learnerAtPackage('package', 3);
    const lessons = [1, 2, 3];
    for (const lesson of lessons) await start(`session-${lesson}`, lesson);
    const kept = await Promise.all(
      lessons.map((lesson) => commit(`session-${lesson}`, 1, { lesson, status: 'completed' })),
    );
    // Who lost every race is told so, and sends again.
    for (const [at, { status }] of kept.entries())
      if (status === 409) await commit(`session-${at + 1}`, 1, { lesson: at + 1, status: 'completed' });
    expect((await progress()).body).toEqual({
      lessons: lessons.map((lesson) => ({ lesson, status: 'completed' })),
    });
  });

  it('has no lesson beyond its last, and no session of one is a session of another', async () => {
    const { start, commit } = await learnerAtPackage('package', 2);
    expect((await start('session-1', 3)).status).toBe(404);
    await start('session-1', 1);
    expect((await commit('session-1', 1, { lesson: 2 })).status).toBe(404);
    const one = await learnerAtPackage();
    expect((await one.start('session-1', 2)).status).toBe(404);
  });
});
