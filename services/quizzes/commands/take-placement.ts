import type { Cause } from '#shared/messaging/outbox.ts';
import type { BankStore } from '../bank-store.ts';
import type { Response } from '../contract-items.ts';
import type { DiagnosticStore } from '../diagnostic-store.ts';
import { nextItem, type PoolItem } from '../domain/diagnostic/next-item.ts';
import {
  decideAnswer,
  finished,
  isPlacementOverdue,
  openPlacement,
  type Placement,
  type PlacementState,
  repeatableFrom,
  waitingFor,
  withAnswer,
} from '../domain/diagnostic/placement.ts';
import { isRight } from '../domain/grading.ts';
import { fits, present } from '../domain/item-types.ts';
import type { Question } from '../domain/question.ts';
import { isWithdrawn } from '../domain/withdrawal.ts';
import { placementGraded } from '../events-out-diagnostic.ts';
import type { PlacementRef, PlacementStore } from '../placement-store.ts';

export type PlacementStores = {
  readonly bank: BankStore;
  readonly diagnostics: DiagnosticStore;
  readonly placements: PlacementStore;
};

type Refused<Reason extends string> = { readonly kind: 'refused'; readonly reason: Reason };
const refused = <const Reason extends string>(reason: Reason): Refused<Reason> => ({
  kind: 'refused',
  reason,
});

/** The version of an item that the pool names. A missing one is a bug: versions are never deleted. */
async function questionOf(
  { bank }: PlacementStores,
  item: Pick<PoolItem, 'itemId' | 'contentHash'>,
): Promise<Question> {
  const question = (await bank.findQuestions([item])).get(item.itemId);
  if (!question) throw new Error(`a pool names a question that is gone: ${item.itemId}`);
  return question;
}

/**
 * The placement with the question that follows from its record; undefined when nothing is left to ask. What was withdrawn
 * since the pool was fixed is passed over: which question waits is written down, so a later withdrawal changes none that does.
 */
async function withNext(
  stores: PlacementStores,
  state: PlacementState,
  pool: readonly PoolItem[],
): Promise<PlacementState | undefined> {
  const { placement, record } = state;
  const item = nextItem(pool, placement, record.steps, record.seed);
  if (!item) return undefined;
  if (isWithdrawn(await stores.bank.versionsOf(item.itemId), item.contentHash)) {
    return withNext(
      stores,
      state,
      pool.filter((other) => other !== item),
    );
  }
  const question = await questionOf(stores, item);
  return waitingFor(state, { item, ...present(question, item.itemId, record.seed) });
}

/** Closes a placement with its levels, once: exactly one writer finds it open with as many answers as were read. */
async function finish(
  { placements }: PlacementStores,
  state: PlacementState,
  { pool, was, by, cause }: FinishCommand,
): Promise<Placement | 'conflict'> {
  const { placement, record } = finished(state, pool, by, cause.at);
  const outbox = placementGraded(placement, record.steps, cause);
  const saved = await placements.saveFinished(placement, record, was, outbox);
  return saved === 'saved' ? placement : saved;
}
type FinishCommand = {
  readonly pool: readonly PoolItem[];
  /** Answers that were stored until now. */
  readonly was: number;
  readonly by: 'answers' | 'deadline';
  readonly cause: Cause;
};

/** A placement as it stands at `cause.at`: one whose time is over is closed first, with what was answered. */
export async function settlePlacement(
  stores: PlacementStores,
  ref: PlacementRef,
  cause: Cause,
): Promise<Placement | 'not-found' | 'conflict'> {
  const placement = await stores.placements.findPlacement(ref);
  if (!placement) return 'not-found';
  if (!isPlacementOverdue(placement, cause.at)) return placement;
  const state = await stores.placements.findState(ref);
  if (!state || state === 'changing') return 'conflict';
  if (state.placement.status !== 'open') return state.placement;
  const pool = await stores.diagnostics.findPool(placement.diagnosticId);
  return finish(stores, state, { pool, was: state.placement.answered, by: 'deadline', cause });
}

type StartPlacement = {
  readonly personId: string;
  readonly placementId: string;
  /** Random; never leaves the service. */
  readonly seed: string;
};
export type StartOutcome =
  | { readonly kind: 'open'; readonly placement: Placement }
  | Refused<'not-found' | 'placed-recently' | 'questions-withdrawn'>;

/** Opens a placement at the present diagnostic, or continues the open one. `'conflict'` when another request opened one meanwhile. */
export async function startPlacement(
  stores: PlacementStores,
  { personId, placementId, seed }: StartPlacement,
  cause: Cause,
): Promise<StartOutcome | 'conflict'> {
  const { diagnostics, placements } = stores;
  const earlier = await placements.placementIdsOf(personId);
  const latest = earlier.at(-1);
  const last = latest && (await settlePlacement(stores, { personId, placementId: latest }, cause));
  if (last === 'conflict') return last;
  if (last === 'not-found') throw new Error(`placement ${latest} is listed but not there`);
  if (last && last.status === 'open') return { kind: 'open', placement: last };
  const diagnostic = await diagnostics.findCurrent();
  if (!diagnostic) return refused('not-found');
  // By the rules that the last one was taken under, as its page has said since.
  const taken = last && (await diagnostics.findDiagnostic(last.diagnosticId));
  if (taken && cause.at < repeatableFrom(taken, last)) return refused('placed-recently');
  const who = { personId, placementId, placementNo: earlier.length + 1 };
  const pool = await diagnostics.findPool(diagnostic.diagnosticId);
  const opened = await withNext(stores, openPlacement(diagnostic, who, seed, cause.at), pool);
  if (!opened) return refused('questions-withdrawn');
  const saved = await placements.saveOpening(opened, earlier);
  return saved === 'saved' ? { kind: 'open', placement: opened.placement } : saved;
}

type AnswerPlacement = { readonly step: number; readonly response: Response | undefined };
export type AnswerOutcome =
  | { readonly kind: 'taken'; readonly placement: Placement }
  | Refused<'not-found' | 'other-question-now' | 'placement-over' | 'response-does-not-fit'>;

/** The state with the waiting question answered; undefined for a response that does not fit it. */
async function answered(
  stores: PlacementStores,
  { placement, record }: PlacementState,
  response: Response | undefined,
): Promise<PlacementState | undefined> {
  if (!record.waiting || !placement.waiting)
    throw new Error(`placement ${placement.placementId} waits for nothing`);
  if (response && !fits(placement.waiting.item, response)) return undefined;
  const question = await questionOf(stores, record.waiting);
  const right = isRight({ question, order: record.waiting.order }, response);
  return { placement, record: withAnswer(record, response, right) };
}

/** Takes an answer and decides what follows from it, in one write; the last one closes the placement. `'conflict'` for a lost race. */
export async function answerPlacement(
  stores: PlacementStores,
  ref: PlacementRef,
  { step, response }: AnswerPlacement,
  cause: Cause,
): Promise<AnswerOutcome | 'conflict'> {
  const { diagnostics, placements } = stores;
  const state = await placements.findState(ref);
  if (!state) return refused('not-found');
  if (state === 'changing') return 'conflict';
  const decision = decideAnswer(state, step, response, cause.at);
  if (decision !== 'take') {
    const standing = await settlePlacement(stores, ref, cause);
    if (typeof standing === 'string') return 'conflict';
    return decision === 'taken-before' ? { kind: 'taken', placement: standing } : refused(decision);
  }
  const now = await answered(stores, state, response);
  if (!now) return refused('response-does-not-fit');
  const was = state.placement.answered;
  const pool = await diagnostics.findPool(state.placement.diagnosticId);
  const next = await withNext(stores, now, pool);
  if (!next) {
    const placement = await finish(stores, now, { pool, was, by: 'answers', cause });
    return placement === 'conflict' ? placement : { kind: 'taken', placement };
  }
  const saved = await placements.saveNext(next, was);
  return saved === 'saved' ? { kind: 'taken', placement: next.placement } : saved;
}
