import { isDeepStrictEqual } from 'node:util';
import type { Response, SeenItem } from '../../contract-items.ts';
import { GRACE_MS } from '../attempt.ts';
import { HOUR_MS, later } from '../quiz.ts';
import { abilityFrom } from './ability.ts';
import {
  type Asked,
  LEAST_ASKED,
  type Limits,
  levelsIn,
  observationsIn,
  type PoolItem,
} from './next-item.ts';
import { type Domain, domainOf, type Level, levelAt } from './scale.ts';

/** A published diagnostic; its items are in its pool. */
export type Diagnostic = Limits & {
  readonly diagnosticId: string;
  readonly title: string;
  /** Whose banks its pool is from; absent where it was published before that was kept. */
  readonly courseIds?: readonly string[];
  /** From the start of a placement until it closes with what was answered. */
  readonly hoursOpen: number;
  /** Days after which a person may take it again. */
  readonly repeatAfterDays: number;
  readonly publishedAt: string;
};

/** What was found of one domain; `level` is absent below the first, and of a domain that too little was asked of. */
export type DomainResult = {
  readonly domain: Domain;
  readonly asked: number;
  readonly isMeasured: boolean;
  readonly level?: Level;
  /** Logits. */
  readonly ability: number;
  readonly standardError: number;
};

/** What a person is asked, and when it ends. Says nothing of right and wrong. */
export type Placement = {
  readonly placementId: string;
  readonly diagnosticId: string;
  readonly personId: string;
  /** First is 1. */
  readonly placementNo: number;
  readonly domains: readonly Domain[];
  readonly questionsPerDomain: number;
  readonly status: 'open' | 'finished';
  readonly startedAt: string;
  readonly deadline: string;
  /** Questions answered. */
  readonly answered: number;
  /** The question that waits; none once it is finished. */
  readonly waiting?: { readonly domain: Domain; readonly item: SeenItem };
  readonly finishedAt?: string;
  readonly finishedBy?: 'answers' | 'deadline';
  readonly results?: readonly DomainResult[];
};

/** An answered question. No response is a plain "I do not know". */
export type Step = Asked & {
  readonly contentHash: string;
  readonly order: readonly number[];
  readonly response?: Response;
};

/** What nobody sees: what the questions were drawn by, which was answered how, and the order that the waiting one is shown in. */
export type PlacementRecord = {
  readonly seed: string;
  readonly steps: readonly Step[];
  readonly waiting?: PoolItem & { readonly order: readonly number[] };
};

export type PlacementState = { readonly placement: Placement; readonly record: PlacementRecord };

const DAY_MS = 24 * HOUR_MS;

/** By server time; the last answer may be on its way for a moment. Instants of this form compare as text. */
export const isPlacementOverdue = ({ status, deadline }: Placement, at: string): boolean =>
  status === 'open' && at > later(deadline, GRACE_MS);

/** The last instant at which an answer counts. */
export const lastAnswerAt = ({ deadline }: Placement): string => later(deadline, GRACE_MS);

/** When a person may be placed again after a placement that is finished. */
export const repeatableFrom = (
  { repeatAfterDays }: Pick<Diagnostic, 'repeatAfterDays'>,
  { finishedAt, startedAt }: Placement,
): string => later(finishedAt ?? startedAt, repeatAfterDays * DAY_MS);

type Opening = { readonly placementId: string; readonly personId: string; readonly placementNo: number };

/** A placement before its first question. */
export const openPlacement = (
  { diagnosticId, domains, questionsPerDomain, hoursOpen }: Diagnostic,
  who: Opening,
  seed: string,
  at: string,
): PlacementState => ({
  placement: {
    ...who,
    ...{ diagnosticId, domains, questionsPerDomain },
    status: 'open',
    startedAt: at,
    deadline: later(at, hoursOpen * HOUR_MS),
    answered: 0,
  },
  record: { seed, steps: [] },
});

export type AnswerDecision = 'take' | 'taken-before' | 'other-question-now' | 'placement-over';

/**
 * What becomes of an answer to question `step` (first is 1). The first answer to a question stands; the same again
 * changes nothing and is fine, whenever it comes. What comes after the end is told so, whoever noticed the end first.
 */
export function decideAnswer(
  { placement, record }: PlacementState,
  step: number,
  response: Response | undefined,
  at: string,
): AnswerDecision {
  const before = record.steps[step - 1];
  if (before) return isDeepStrictEqual(before.response, response) ? 'taken-before' : 'other-question-now';
  if (placement.status === 'finished' || isPlacementOverdue(placement, at)) return 'placement-over';
  return step === placement.answered + 1 ? 'take' : 'other-question-now';
}

/** The record with the waiting question answered. */
export function withAnswer(
  { waiting, ...record }: PlacementRecord,
  response: Response | undefined,
  right: boolean,
): PlacementRecord {
  if (!waiting) throw new Error('nothing waits for an answer');
  const { itemId, contentHash, competenceCode, difficulty, order } = waiting;
  const step = { itemId, contentHash, competenceCode, difficulty, order, right };
  return { ...record, steps: [...record.steps, { ...step, ...(response && { response }) }] };
}

/** The next question as it is shown. */
export type Shown = { readonly item: PoolItem; readonly seen: SeenItem; readonly order: readonly number[] };

/** A placement that goes on with a question. */
export const waitingFor = (
  { placement, record }: PlacementState,
  { item, seen, order }: Shown,
): PlacementState => ({
  placement: {
    ...placement,
    answered: record.steps.length,
    waiting: { domain: domainOf(item.competenceCode), item: seen },
  },
  record: { ...record, waiting: { ...item, order } },
});

function resultOf(pool: readonly PoolItem[], asked: readonly Asked[], domain: Domain): DomainResult {
  const observations = observationsIn(asked, domain);
  const { estimate, standardError } = abilityFrom(observations);
  const isMeasured = observations.length >= LEAST_ASKED;
  const level = isMeasured ? levelAt(estimate, levelsIn(pool, domain)) : undefined;
  const about = { domain, asked: observations.length, isMeasured, ability: estimate, standardError };
  return { ...about, ...(level && { level }) };
}

export type FinishedPlacement = Placement &
  Required<Pick<Placement, 'results' | 'finishedAt' | 'finishedBy'>>;

/** A placement with its levels, from what was answered until now. */
export function finished(
  { placement, record }: PlacementState,
  pool: readonly PoolItem[],
  by: 'answers' | 'deadline',
  at: string,
): { readonly placement: FinishedPlacement; readonly record: PlacementRecord } {
  const { waiting: _seen, ...open } = placement;
  const { waiting: _asked, ...kept } = record;
  return {
    placement: {
      ...open,
      status: 'finished',
      answered: record.steps.length,
      finishedAt: at,
      finishedBy: by,
      results: placement.domains.map((domain) => resultOf(pool, record.steps, domain)),
    },
    record: kept,
  };
}
