import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import {
  pointHandlersAt,
  type ServiceTable,
  startServiceTable,
} from '../../../tests/support/service-table.ts';
import { ClassStore } from '../class-store.ts';
import { viewingRoutes } from '../contract.ts';
import { ViewingStore } from '../store.ts';

let service: ServiceTable;
let handler: unknown;
let viewings: ViewingStore;

const learner = () => ({ personId: ulid(), roles: ['learner'] as const });
const staff = { personId: ulid(), roles: ['content-staff'] as const };
const RECEIVED = '2026-11-23T02:00:00.000Z';

beforeAll(async () => {
  service = await startServiceTable();
  pointHandlersAt(service);
  ({ handler } = await import('./api.ts'));
  viewings = new ViewingStore(service.db, service.table);
});
afterAll(() => service?.stop());

async function newAsset(): Promise<string> {
  const assetId = ulid();
  await viewings.saveAsset({ assetId, courseId: ulid(), durationSeconds: 600 }, 1);
  return assetId;
}

const beatOf = (assetId: string, more: object = {}) => ({
  ...{ assetId, sessionId: ulid(), beatNo: 1, at: RECEIVED, position: 60, watched: [[0, 60]] },
  ...more,
});
const record = (actor: ReturnType<typeof learner>, beats: object[], at = RECEIVED, sentAt = RECEIVED) =>
  call(handler, viewingRoutes.recordViewing, { actor, at, body: { sentAt, beats } });
const positionsOf = async (actor: ReturnType<typeof learner>) => {
  const { body } = await call(handler, viewingRoutes.listMyViewing, { actor });
  return (body as { positions: Record<string, unknown>[] }).positions;
};
const audienceOf = async (assetId: string) =>
  (await call(handler, viewingRoutes.getAudience, { actor: staff, params: { assetId } })).body as {
    viewers: number;
    finished: number;
    stopped: number[];
  };

describe('beats', () => {
  it('are one write however many they are, and none when they come again', async () => {
    const [actor, assetId] = [learner(), await newAsset()];
    const session = { sessionId: ulid() };
    const beats = [1, 2, 3].map((beatNo) =>
      beatOf(assetId, {
        ...session,
        beatNo,
        position: 60 * beatNo,
        watched: [[60 * (beatNo - 1), 60 * beatNo]],
      }),
    );
    expect((await record(actor, beats)).body).toEqual({ recorded: 1 });
    expect((await record(actor, beats)).body).toEqual({ recorded: 0 });
    expect(await viewings.find(actor.personId, assetId)).toMatchObject({ version: 1, watched: [[0, 180]] });
    expect(await positionsOf(actor)).toMatchObject([{ assetId, position: 180, coveredPercent: 30 }]);
  });

  it('of a second device lead on, those of the first that come late do not lead back', async () => {
    const [actor, assetId] = [learner(), await newAsset()];
    const wrong = (seconds: number) => new Date(Date.parse('2001-01-01') + seconds * 1000).toISOString();
    await record(actor, [beatOf(assetId, { position: 300, watched: [[240, 300]] })]);
    const late = beatOf(assetId, { at: wrong(0), position: 60 });
    await record(actor, [late], '2026-11-23T02:05:00.000Z', wrong(900));
    expect(await positionsOf(actor)).toMatchObject([{ position: 300, coveredPercent: 20 }]);
  });

  it('of what nobody knows are taken and dropped', async () => {
    expect(await record(learner(), [beatOf(ulid())])).toMatchObject({ status: 200, body: { recorded: 0 } });
  });

  it('that hold more than a player can have played are refused', async () => {
    const assetId = await newAsset();
    for (const watched of [[[0, 400]], [[50, 20]]])
      expect((await record(learner(), [beatOf(assetId, { watched })])).status).toBe(422);
  });

  it('of two devices at once are both counted, and the audience once', async () => {
    const [actor, assetId] = [learner(), await newAsset()];
    const answers = await Promise.all(
      [0, 100, 200].map((from) => record(actor, [beatOf(assetId, { watched: [[from, from + 60]] })])),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await viewings.find(actor.personId, assetId))?.watched).toHaveLength(3);
    expect((await audienceOf(assetId)).viewers).toBe(1);
  });
});

describe('an audience', () => {
  it('is exact after repeats: who finished, and where the others stopped', async () => {
    const assetId = await newAsset();
    const whole = [
      [0, 300],
      [300, 600],
    ].map(([from = 0, to = 0], at) =>
      beatOf(assetId, { beatNo: at + 1, position: to, watched: [[from, to]] }),
    );
    for (const beats of [whole, [beatOf(assetId, { position: 310 })], [beatOf(assetId)]]) {
      const actor = learner();
      await record(actor, beats);
      await record(actor, beats);
    }
    const { viewers, finished, stopped } = await audienceOf(assetId);
    expect([viewers, finished, stopped[10], stopped[2]]).toEqual([3, 1, 1, 1]);
  });

  it('of a class is shown to its teacher, and to no other', async () => {
    const [assetId, classId, one, other] = [await newAsset(), ulid(), learner(), learner()];
    const [own, foreign] = [ulid(), ulid()].map((personId) => ({ personId, roles: ['teacher'] as const }));
    const classes = new ClassStore(service.db, service.table);
    for (const [personId, as] of [
      [own?.personId ?? '', 'teacher'],
      [one.personId, 'learner'],
      [other.personId, 'learner'],
    ] as const)
      await classes.saveMembership({ classId, personId, as, version: 1 });
    await record(one, [beatOf(assetId)]);
    await record(learner(), [beatOf(assetId)]);
    const ask = (actor: typeof own) =>
      call(handler, viewingRoutes.getClassAudience, { actor: actor!, params: { assetId, classId } });
    expect(await ask(own)).toMatchObject({ status: 200, body: { learners: 2, viewers: 1, finished: 0 } });
    expect((await ask(foreign)).status).toBe(404);
  });
});
