import { ulid } from 'ulid';
import { senderOf } from '#shared/http/asker-address.ts';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { TryStore } from '#shared/store/try-store.ts';
import { aboutOf, mayChange, pointerToMissing, seesAll } from '../asked.ts';
import { CatalogueStore } from '../catalogue-store.ts';
import { decideMaterial, ifThere } from '../commands/decide-material.ts';
import { closeTvCode, materialOfCode, openTvCode } from '../commands/open-tv-code.ts';
import { openMaterial, rateMaterial } from '../commands/read-material.ts';
import { createMaterial, editMaterial, submitMaterial } from '../commands/write-material.ts';
import { libraryRoutes } from '../contract.ts';
import { appraise, reinstate, withdraw } from '../domain/appraisal.ts';
import { competenceCollection, trackCollection } from '../domain/collections.ts';
import { drawnTvCode } from '../drawn-tv-code.ts';
import { FileStore } from '../file-store.ts';
import { formOf, repositoryAt } from '../harvested.ts';
import { ListingStore } from '../listing-store.ts';
import { oaiSets } from '../messages.ts';
import { libraryProblems } from '../problems.ts';
import { answerHarvester } from '../queries/answer-harvester.ts';
import { DeskViews } from '../queries/desk-views.ts';
import { cardView, collectionsView, pageView } from '../queries/listed-views.ts';
import { ReaderStore } from '../reader-store.ts';
import { MaterialStore } from '../store.ts';
import { TranscriptStore } from '../transcript-store.ts';
import { TvCodeStore } from '../tv-code-store.ts';

const db = connect();
const materials = new MaterialStore(db, tableName());
const files = new FileStore(db, tableName());
const listings = new ListingStore(db, tableName());
const readers = new ReaderStore(db, tableName());
const codes = new TvCodeStore(db, tableName());
const tries = new TryStore(db, tableName());
const catalogue = new CatalogueStore(db, tableName());
const desk = new DeskViews(new TranscriptStore(db, tableName()));

const page = async (materialId: string) =>
  pageView(await materials.find(materialId), await readers.figuresOf(materialId));

async function list({ query }: Call<typeof libraryRoutes.listMaterials>) {
  const { track, competence, cursor, ...narrowing } = query;
  const ofTrack = track ? trackCollection(track) : 'all';
  const listed = await listings.list(
    competence ? competenceCollection(competence) : ofTrack,
    narrowing,
    cursor,
  );
  if (listed === 'invalid-cursor') return refuse(listed, '/query/cursor');
  const { cards, ...rest } = listed;
  return { status: 200, body: { ...rest, materials: cards.map(cardView) } } as const;
}

async function listDesk({ query, actor }: Call<typeof libraryRoutes.listDeskMaterials>) {
  const { of, cursor } = query;
  const isOwn = of === 'own' || !seesAll(actor);
  const found =
    of === 'waiting' && !isOwn
      ? await materials.listWaiting(cursor)
      : await materials.list({ maker: isOwn ? actor.personId : undefined, cursor });
  if (found === 'invalid-cursor') return refuse(found, '/query/cursor');
  return { status: 200, body: { ...found, materials: await desk.many(found.materials) } } as const;
}

async function create({ body, headers, cause }: Call<typeof libraryRoutes.createMaterial>) {
  const { kind, ...about } = body;
  const requestKey = headers['idempotency-key'];
  const command = { materialId: ulid(), kind, about: aboutOf(about), requestKey };
  return { status: 201, body: await desk.one(await createMaterial(materials, command, cause)) } as const;
}

async function edit({ params, body, actor, cause }: Call<typeof libraryRoutes.editMaterial>) {
  const was = await materials.find(params.materialId);
  if (!(was && mayChange(actor, was))) return refuse('not-found');
  const { revision, assetFrom, ...about } = body;
  const edited = await editMaterial(materials, was, { revision, assetFrom, about: aboutOf(about) }, cause);
  return typeof edited === 'string'
    ? refuse(edited)
    : ({ status: 200, body: await desk.one(edited) } as const);
}

async function submit({ params, body, actor, cause }: Call<typeof libraryRoutes.submitMaterial>) {
  const was = await materials.find(params.materialId);
  if (!(was && mayChange(actor, was))) return refuse('not-found');
  const submitted = await submitMaterial({ materials, files }, was, body.revision, cause);
  if (submitted === 'material-incomplete') return refuse(submitted, pointerToMissing(was));
  return typeof submitted === 'string'
    ? refuse(submitted)
    : ({ status: 200, body: await desk.one(submitted) } as const);
}

async function appraiseOne({ params, body, actor, at, cause }: Call<typeof libraryRoutes.appraiseMaterial>) {
  const appraisal = { ...body, by: actor.personId, at };
  const decided = await retryOnConflict(() =>
    decideMaterial(
      materials,
      params.materialId,
      (was) => ifThere(files, was, appraise(was, appraisal)),
      cause,
    ),
  );
  if (!decided) return refuse('conflict');
  return typeof decided === 'string'
    ? refuse(decided)
    : ({ status: 200, body: await desk.one(decided) } as const);
}

async function withdrawOne({ params, body, actor, at, cause }: Call<typeof libraryRoutes.withdrawMaterial>) {
  const was = await materials.find(params.materialId);
  if (!(was && mayChange(actor, was))) return refuse('not-found');
  const decided = await retryOnConflict(() =>
    decideMaterial(
      materials,
      params.materialId,
      (now) => withdraw(now, body, { by: actor.personId, at }),
      cause,
    ),
  );
  if (!decided) return refuse('conflict');
  return typeof decided === 'string'
    ? refuse(decided)
    : ({ status: 200, body: await desk.one(decided) } as const);
}

async function reinstateOne({ params, actor, at, cause }: Call<typeof libraryRoutes.reinstateMaterial>) {
  const decided = await retryOnConflict(() =>
    decideMaterial(
      materials,
      params.materialId,
      (was) => ifThere(files, was, reinstate(was, { by: actor.personId, at })),
      cause,
    ),
  );
  if (!decided) return refuse('conflict');
  return typeof decided === 'string'
    ? refuse(decided)
    : ({ status: 200, body: await desk.one(decided) } as const);
}

async function openCode({ params, headers, cause }: Call<typeof libraryRoutes.openTvCode>) {
  const requestKey = headers['idempotency-key'];
  const tvCode = await retryOnConflict(() =>
    openTvCode({ materials, codes }, { ...params, drawn: drawnTvCode(), requestKey }, cause),
  );
  if (!tvCode) return refuse('conflict');
  return tvCode === 'not-found' ? refuse(tvCode) : ({ status: 201, body: tvCode } as const);
}

async function findByCode({ params, event, at }: Call<typeof libraryRoutes.findByTvCode>) {
  const typed = { code: params.code, sender: await senderOf(tries, event, at) };
  const opened = await materialOfCode({ codes, tries }, typed, at);
  if (typeof opened === 'string') return refuse(opened);
  const body = await page(opened.materialId);
  return body ? ({ status: 200, body } as const) : refuse('not-found');
}

async function harvest(parameters: URLSearchParams, { event, at }: Pick<Call, 'event' | 'at'>) {
  const harvesting = { repository: repositoryAt(event), sets: oaiSets, store: catalogue };
  const body = await answerHarvester(harvesting, parameters, at);
  return { status: 200, body, headers: { 'content-type': 'text/xml; charset=utf-8' } } as const;
}

export const handler = serviceApi(libraryRoutes, libraryProblems, {
  listMaterials: list,
  listCollections: async () => ({ status: 200, body: collectionsView(await listings.counts()) }),
  getMaterial: async ({ params }) => {
    const body = await page(params.materialId);
    return body ? { status: 200, body } : refuse('not-found');
  },
  openMaterial: async ({ params, cause }) => {
    const opened = await openMaterial({ materials, readers }, params.materialId, cause);
    return opened === 'not-found' ? refuse(opened) : { status: 204, body: undefined };
  },
  getRating: async ({ params, actor }) => ({
    status: 200,
    body: (await readers.findRating(params.materialId, actor.personId)) ?? {},
  }),
  rateMaterial: async ({ params, body, cause }) => {
    const command = { ...params, ...body };
    const figures = await retryOnConflict(() => rateMaterial({ materials, readers }, command, cause));
    if (!figures) return refuse('conflict');
    return figures === 'not-found' ? refuse(figures) : { status: 200, body: figures };
  },
  createMaterial: create,
  listDeskMaterials: listDesk,
  getDeskMaterial: async ({ params, actor }) => {
    const material = await materials.find(params.materialId);
    if (!(material && (seesAll(actor) || material.createdBy === actor.personId))) return refuse('not-found');
    const decisions = await materials.decisionsOn(params.materialId);
    return { status: 200, body: await desk.file(material, decisions) };
  },
  editMaterial: edit,
  submitMaterial: submit,
  appraiseMaterial: appraiseOne,
  withdrawMaterial: withdrawOne,
  reinstateMaterial: reinstateOne,
  openTvCode: openCode,
  closeTvCode: async ({ params, cause }) => {
    const closed = await retryOnConflict(() => closeTvCode(codes, params.materialId, cause));
    return closed ? { status: 204, body: undefined } : refuse('conflict');
  },
  findByTvCode: findByCode,
  harvest: (call) => harvest(new URLSearchParams(call.event.rawQueryString), call),
  harvestByForm: (call) => harvest(formOf(call.event), call),
});
