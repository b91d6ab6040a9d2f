import type { SeenItem } from '../contract.ts';
import type { Attempt, FrozenItem, Held } from './attempt.ts';
import type { ItemVersion } from './bank.ts';
import type { ExtraTime } from './extra-time.ts';
import { present } from './item-types.ts';
import { permutation } from './permutation.ts';
import type { Question } from './question.ts';
import { deadlineOf, type Quiz, windowAt } from './quiz.ts';
import { runOfSeat, type Seat } from './seat.ts';
import { type StartClaims, signStart, startSecret } from './start-token.ts';

export type Opening = {
  readonly attempt: Attempt;
  readonly paper: readonly SeenItem[];
  readonly frozen: readonly FrozenItem[];
  /** Of this attempt alone: what its start token is checked with, and what hides whose answers are marked. */
  readonly secret: string;
  /** Proof of the start for the device; only where late answers are taken. */
  readonly startToken?: string;
};

/** What of an item is asked: its approved version. */
export type AskedItem = {
  readonly item: Pick<ItemVersion, 'version' | 'contentHash'> & Pick<FrozenItem, 'itemId' | 'weight'>;
  readonly question: Question;
};

type OpenCommand = {
  readonly attemptId: string;
  /** Random and never shown: with a known seed a learner could undo the shuffle. */
  readonly seed: string;
  readonly personId: string;
  readonly runId: string;
  readonly attemptNo: number;
  readonly at: string;
  /** What the person was given on top of everybody's time. */
  readonly extra?: ExtraTime | undefined;
};

/** Opens an attempt: the approved version of every item and the order it is shown in are fixed here for good. */
export function openAttempt(
  quiz: Quiz,
  items: readonly AskedItem[],
  { seed, at, extra, ...who }: OpenCommand,
): Opening {
  const order = quiz.shuffle.items ? permutation(items.length, seed) : items.map((_, place) => place);
  const asked = order.flatMap((place) => {
    const found = items[place];
    if (!found) return [];
    const { itemId, version, contentHash, weight } = found.item;
    const { seen, order } = present(found.question, itemId, seed, quiz.shuffle.options);
    return [{ seen, frozen: { itemId, version, contentHash, order, ...(weight && { weight }) } }];
  });
  const deadline = deadlineOf(quiz, at, extra);
  const secret = startSecret(seed);
  return {
    attempt: {
      ...who,
      quizId: quiz.quizId,
      quizVersion: quiz.version,
      courseId: quiz.courseId,
      passHundredths: quiz.passHundredths,
      status: 'open',
      ...(quiz.navigation === 'one-way' && { navigation: quiz.navigation }),
      ...(quiz.confirmation === 'teacher' && { confirmation: quiz.confirmation }),
      startedAt: at,
      ...(deadline && { deadline }),
      saves: 0,
    },
    paper: asked.map(({ seen }) => seen),
    frozen: asked.map(({ frozen }) => frozen),
    secret,
    ...tokenOf(quiz, secret, { attemptId: who.attemptId, issuedAt: at, ...(deadline && { deadline }) }),
  };
}

/** The token says when it was given out, so that it proves the start also after the deadline has moved. */
function tokenOf(
  { lateSyncHours }: Quiz,
  secret: string,
  claims: Partial<StartClaims> & Omit<StartClaims, 'deadline'>,
) {
  const { deadline } = claims;
  return lateSyncHours > 0 && deadline ? { startToken: signStart({ ...claims, deadline }, secret) } : {};
}

export type StartRejection =
  | 'not-enrolled'
  | 'attempts-used-up'
  | 'not-open-yet'
  | 'quiz-closed'
  | 'questions-withdrawn';

type StartDecision =
  | { readonly kind: 'refused'; readonly reason: StartRejection }
  | { readonly kind: 'continued'; readonly held: Held }
  | { readonly kind: 'open'; readonly runId: string; readonly attemptNo: number };

type Tried = {
  /** Opened so far. */
  readonly attempts: number;
  /** The latest of them, already closed when its time is over. */
  readonly last: Held | undefined;
};

/** Whether a person may open an attempt at `at`, by server time. */
export function decideStart(
  quiz: Quiz,
  seats: readonly Seat[],
  { attempts, last }: Tried,
  at: string,
): StartDecision {
  const runId = runOfSeat(seats);
  if (!runId) return { kind: 'refused', reason: 'not-enrolled' };
  if (last?.attempt.status === 'open') return { kind: 'continued', held: last };
  if (attempts >= quiz.attemptsAllowed) return { kind: 'refused', reason: 'attempts-used-up' };
  const window = windowAt(quiz, at);
  if (window !== 'open') return { kind: 'refused', reason: window };
  return { kind: 'open', runId, attemptNo: attempts + 1 };
}
