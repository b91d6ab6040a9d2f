import type { Response } from '../contract.ts';
import { type Answer, GRACE_MS, type Held, isLeftBehind } from './attempt.ts';
import { type ItemPoints, pointsFor } from './grading.ts';
import { filesAreThere } from './handed-file.ts';
import { fits, needsPerson } from './item-types.ts';
import type { Shown } from './items/item-type.ts';
import type { Quiz } from './quiz.ts';
import { lateUntil } from './review-policy.ts';
import { type GradedAttempt, isGraded, type Revision, revise } from './revision.ts';
import type { StartClaims } from './start-token.ts';
import { timeSpent } from './time-spent.ts';

/** An answer as the device kept it. */
export type KeptAnswer = {
  readonly itemId: string;
  readonly response: Response;
  readonly version: number;
  /** From the start of the attempt until it was given, by differences of the device's clock. Milliseconds. */
  readonly elapsedMs: number;
  readonly spentMs?: number | undefined;
};

export type LateRejection = 'late-proof-invalid' | 'late-not-taken' | 'attempt-still-open';
type LateDecision =
  | { readonly kind: 'refused'; readonly reason: LateRejection }
  | { readonly kind: 'take'; readonly attempt: GradedAttempt; readonly answers: readonly Answer[] };

type Situation = {
  readonly quiz: Pick<Quiz, 'lateSyncHours'>;
  /** What the token proves; undefined for one that proves nothing. */
  readonly claims: StartClaims | undefined;
  /** A later attempt of the person at this quiz: its review may have told what is right. */
  readonly hasLaterAttempt: boolean;
  readonly at: string;
};

const isProof = (claims: StartClaims | undefined, { attempt }: Held): boolean =>
  claims?.attemptId === attempt.attemptId && claims.issuedAt <= claims.deadline;

/** Longest time from the start at which an answer still counted. */
const lastElapsedMs = ({ startedAt, deadline = startedAt }: GradedAttempt): number =>
  Date.parse(deadline) - Date.parse(startedAt) + GRACE_MS;

/** Those of what a device kept that are in time, fit and are newer than what is saved, in the order of the paper. */
function takenOf(held: Held, attempt: GradedAttempt, kept: readonly KeptAnswer[], at: string) {
  const saved = new Map(held.answers.map((answer) => [answer.itemId, answer.version]));
  const known = new Map(held.answers.map((answer) => [answer.itemId, answer]));
  return held.paper.flatMap((item): Answer[] => {
    const [newest] = kept
      .filter(({ itemId, elapsedMs }) => itemId === item.itemId && elapsedMs <= lastElapsedMs(attempt))
      .sort((a, b) => b.version - a.version);
    if (!newest || newest.version <= (saved.get(item.itemId) ?? 0) || !fits(item, newest.response)) return [];
    if (!filesAreThere(held, item.itemId, newest.response)) return [];
    // Somebody may be marking the answer that is there.
    if (needsPerson(item) && saved.has(item.itemId)) return [];
    if (attempt.navigation === 'one-way' && isLeftBehind(held, item.itemId)) return [];
    const { itemId, response, version, elapsedMs, spentMs = 0 } = newest;
    const spent = timeSpent([...known.values()], { itemId, spentMs }, lastElapsedMs(attempt));
    const answer = { itemId, response, version, savedAt: at, late: true, elapsedMs, ...spent } as const;
    known.set(itemId, answer);
    return [answer];
  });
}

/**
 * Which answers given offline before the deadline are taken after it: only with the proof that the device had the
 * attempt while it was open, only of one that its deadline closed, and only as long as nothing has told what is right.
 */
export function decideLate(
  held: Held,
  kept: readonly KeptAnswer[],
  { quiz, claims, hasLaterAttempt, at }: Situation,
): LateDecision {
  const refused = (reason: LateRejection) => ({ kind: 'refused', reason }) as const;
  const { attempt } = held;
  if (!isProof(claims, held)) return refused('late-proof-invalid');
  if (!isGraded(attempt)) return refused('attempt-still-open');
  const until = lateUntil(attempt, quiz);
  if (until === undefined || at > until || hasLaterAttempt) return refused('late-not-taken');
  return { kind: 'take', attempt, answers: takenOf(held, attempt, kept, at) };
}

/** Writes of one transaction that are left for answers: of the 100 that DynamoDB takes the mark needs three. */
const MOST_WRITES = 97;

/**
 * Those of `answers`, from the first on, that fit into one write with their mark; an answer that a person marks is
 * written with its task.
 */
export function fittingOneWrite(paper: Held['paper'], answers: readonly Answer[]): readonly Answer[] {
  const forPeople = new Set(paper.filter(needsPerson).map(({ itemId }) => itemId));
  let writes = 0;
  return answers.filter(({ itemId }) => {
    writes += forPeople.has(itemId) ? 2 : 1;
    return writes <= MOST_WRITES;
  });
}

/**
 * The mark with the late answers in it. It waits for a teacher: how long an answer took is the device's word. Other
 * questions keep the points that they have.
 */
export function reviseByLate(
  attempt: GradedAttempt,
  answers: readonly Answer[],
  items: readonly (Shown & { readonly itemId: string })[],
  { decidedBy, at }: { readonly decidedBy: string; readonly at: string },
): Revision {
  const given = new Map(
    items.flatMap((item): [string, ItemPoints][] => {
      const answer = answers.find(({ itemId }) => itemId === item.itemId);
      return answer ? [[item.itemId, pointsFor(item, answer.response, undefined)]] : [];
    }),
  );
  const points = attempt.points.map((each) => given.get(each.itemId) ?? each);
  const waiting = { ...attempt, confirmation: 'teacher' as const };
  return revise(waiting, { points, provisional: true, reason: 'late-answers', decidedBy, at });
}
