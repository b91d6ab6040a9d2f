import { routeKey } from '#shared/contract/route.ts';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { logAccess } from '#shared/observability/access-log.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { ClassStore } from '../class-store.ts';
import { commitPackage, startPackageSession } from '../commands/record-package.ts';
import { recordViewing } from '../commands/record-viewing.ts';
import { viewingRoutes } from '../contract.ts';
import { seenAt } from '../domain/viewing.ts';
import { PackageStore } from '../package-store.ts';
import { viewingProblems } from '../problems.ts';
import { classAudience } from '../queries/class-audience.ts';
import { packageProgressView, packageStartView, positionView } from '../queries/views.ts';
import { ViewingStore } from '../store.ts';

const db = connect();
const viewings = new ViewingStore(db, tableName());
const stores = {
  viewings,
  classes: new ClassStore(db, tableName()),
  packages: new PackageStore(db, tableName()),
};

async function record({ actor, body, at, cause }: Call<typeof viewingRoutes.recordViewing>) {
  const beats = body.beats.map((beat) => ({
    ...beat,
    at: seenAt(Date.parse(beat.at), Date.parse(body.sentAt), Date.parse(at)),
  }));
  const command = { personId: actor.personId, beats };
  const recorded = await retryOnConflict(() => recordViewing(viewings, command, cause));
  return recorded === undefined ? refuse('conflict') : ({ status: 200, body: { recorded } } as const);
}

async function showClass({ actor, params }: Call<typeof viewingRoutes.getClassAudience>) {
  const audience = await classAudience(stores, actor, params);
  if (!audience) return refuse('not-found');
  const route = routeKey(viewingRoutes.getClassAudience);
  logAccess(actor, { route, subject: params.classId, people: audience.learners });
  return { status: 200, body: audience } as const;
}

async function startPackage({ actor, params, body }: Call<typeof viewingRoutes.startPackageSession>) {
  const command = { personId: actor.personId, ...params, ...body };
  const result = (await retryOnConflict(() => startPackageSession(stores, command))) ?? 'conflict';
  return typeof result === 'string'
    ? refuse(result)
    : ({ status: 200, body: packageStartView(result) } as const);
}

async function commit({ actor, params, body, cause }: Call<typeof viewingRoutes.commitPackage>) {
  const { assetId, ...place } = params;
  const { lesson, ...said } = body;
  const command = { personId: actor.personId, assetId, lesson, commit: { ...place, ...said } };
  const result = (await retryOnConflict(() => commitPackage(stores, command, cause))) ?? 'conflict';
  return typeof result === 'string' ? refuse(result) : ({ status: 200, body: result } as const);
}

export const handler = serviceApi(viewingRoutes, viewingProblems, {
  recordViewing: record,
  listMyViewing: async ({ actor }) => ({
    status: 200,
    body: { positions: (await viewings.newestOf(actor.personId)).map(positionView) },
  }),
  getAudience: async ({ params }) => ({ status: 200, body: await viewings.audienceOf(params.assetId) }),
  getClassAudience: showClass,
  startPackageSession: startPackage,
  commitPackage: commit,
  getPackageProgress: async ({ actor, params }) => ({
    status: 200,
    body: packageProgressView(await stores.packages.findWhole(actor.personId, params.assetId)),
  }),
});
