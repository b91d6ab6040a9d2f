import { ulid } from 'ulid';
import { routeKey } from '#shared/contract/route.ts';
import { languageOf, refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { logAccess } from '#shared/observability/access-log.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { BankStore } from '../bank-store.ts';
import { ClassStore } from '../class-store.ts';
import { publishDiagnostic } from '../commands/publish-diagnostic.ts';
import { answerPlacement, settlePlacement, startPlacement } from '../commands/take-placement.ts';
import { diagnosticRoutes } from '../contract.ts';
import { DiagnosticStore } from '../diagnostic-store.ts';
import type { Diagnostic, Placement } from '../domain/diagnostic/placement.ts';
import { PlacementStore } from '../placement-store.ts';
import { quizProblems } from '../problems.ts';
import { classPlacements } from '../queries/class-placements.ts';
import { placementView } from '../queries/placement-view.ts';
import { thinDomainSentence } from '../sentences.ts';

const db = connect();
const diagnostics = new DiagnosticStore(db, tableName());
const stores = {
  bank: new BankStore(db, tableName()),
  diagnostics,
  placements: new PlacementStore(db, tableName()),
  classes: new ClassStore(db, tableName()),
};

const told = ({ domains, courseIds, ...rest }: Diagnostic) => ({
  ...rest,
  domains: [...domains],
  ...(courseIds && { courseIds: [...courseIds] }),
});

const viewOf = async (placement: Placement) =>
  placementView(
    placement,
    placement.status === 'finished' ? await diagnostics.findDiagnostic(placement.diagnosticId) : undefined,
  );

async function publish({ actor, at, headers, body, event }: Call<typeof diagnosticRoutes.publishDiagnostic>) {
  const outcome = await publishDiagnostic(stores, {
    ...body,
    diagnosticId: ulid(),
    publishedAt: at,
    publishedBy: actor.personId,
    requestKey: headers['idempotency-key'],
  });
  if (outcome.kind === 'published') return { status: 201, body: told(outcome.diagnostic) } as const;
  const sentence = thinDomainSentence[languageOf(event.headers['accept-language'])];
  const errors = outcome.domains.map((thin) => ({
    pointer: `/body/domains/${body.domains.indexOf(thin.domain)}`,
    detail: sentence(thin),
  }));
  return { refusal: 'diagnostic-too-thin', errors } as const;
}

async function start({ actor, cause }: Call<typeof diagnosticRoutes.startPlacement>) {
  const command = { personId: actor.personId, placementId: ulid(), seed: ulid() };
  const outcome = await retryOnConflict(() => startPlacement(stores, command, cause));
  if (!outcome) return refuse('conflict');
  if (outcome.kind === 'refused') return refuse(outcome.reason);
  return { status: 200, body: await viewOf(outcome.placement) } as const;
}

/** Placements are looked up below the caller, so a foreign one is not found. */
const mine = ({ actor, params }: Pick<Call<typeof diagnosticRoutes.getPlacement>, 'actor' | 'params'>) => ({
  personId: actor.personId,
  placementId: params.placementId,
});

async function answer(call: Call<typeof diagnosticRoutes.answerPlacement>) {
  const { params, body, cause } = call;
  const command = { step: params.step, response: body.response };
  const outcome = await retryOnConflict(() => answerPlacement(stores, mine(call), command, cause));
  if (!outcome) return refuse('conflict');
  if (outcome.kind === 'refused') return refuse(outcome.reason);
  return { status: 200, body: await viewOf(outcome.placement) } as const;
}

async function show(call: Call<typeof diagnosticRoutes.getPlacement>) {
  const placement = await retryOnConflict(() => settlePlacement(stores, mine(call), call.cause));
  if (!placement) return refuse('conflict');
  return placement === 'not-found'
    ? refuse(placement)
    : ({ status: 200, body: await viewOf(placement) } as const);
}

async function list({ actor, cause }: Call<typeof diagnosticRoutes.listMyPlacements>) {
  const found = await stores.placements.placementsOf(actor.personId);
  const settled = await Promise.all(
    found.map((placement) => retryOnConflict(() => settlePlacement(stores, placement, cause))),
  );
  const placements = settled.filter((each) => typeof each === 'object');
  if (placements.length < found.length) return refuse('conflict');
  return { status: 200, body: { placements: await Promise.all(placements.map(viewOf)) } } as const;
}

async function listOfClass({ actor, params }: Call<typeof diagnosticRoutes.listClassPlacements>) {
  const placements = await classPlacements(stores, actor, params.classId);
  if (placements === 'not-found') return refuse(placements);
  const route = routeKey(diagnosticRoutes.listClassPlacements);
  logAccess(actor, { route, subject: params.classId, people: placements.length });
  return { status: 200, body: { placements } } as const;
}

export const handler = serviceApi(diagnosticRoutes, quizProblems, {
  publishDiagnostic: publish,
  getCurrentDiagnostic: async () => {
    const diagnostic = await diagnostics.findCurrent();
    return { status: 200, body: diagnostic ? { diagnostic: told(diagnostic) } : {} };
  },
  listMyPlacements: list,
  startPlacement: start,
  getPlacement: show,
  answerPlacement: answer,
  listClassPlacements: listOfClass,
});
