import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Answer, Held } from '../domain/attempt.ts';
import {
  decideLate,
  fittingOneWrite,
  type KeptAnswer,
  type LateRejection,
  reviseByLate,
} from '../domain/late-answers.ts';
import { verifyStart } from '../domain/start-token.ts';
import { gradeRevised } from '../events-out.ts';
import type { AttemptRef } from '../store.ts';
import { frozenQuestions, type Stores, settleAttempt, tasksOf } from './close-attempt.ts';
import { quizOf } from './quiz-of.ts';

type LateOutcome =
  | { readonly kind: 'refused'; readonly reason: LateRejection | 'not-found' }
  /** `left`: how many did not fit into this write. */
  | {
      readonly kind: 'taken';
      readonly held: Held;
      readonly itemIds: readonly string[];
      readonly left: number;
    };

type Late = { readonly token: string; readonly answers: readonly KeptAnswer[] };

type Asked = Awaited<ReturnType<typeof frozenQuestions>>;

/** What was read and must still be there when these answers are written. */
const replacing = (held: Held, answers: readonly Answer[], asked: Asked) =>
  answers.map((answer) => {
    const place = asked.findIndex(({ itemId }) => itemId === answer.itemId);
    const was = held.answers.find(({ itemId }) => itemId === answer.itemId)?.version ?? 0;
    return { answer, was, place, itemVersion: asked[place]?.version ?? 0 };
  });

/** Takes as many as fit into one write with the next mark. */
async function takeSome(
  stores: Stores,
  ref: AttemptRef,
  { token, answers: kept }: Late,
  cause: Cause,
): Promise<LateOutcome | 'conflict'> {
  const held = await settleAttempt(stores, ref, cause);
  if (held === 'conflict') return held;
  if (held === 'not-found') return { kind: 'refused', reason: held };
  const { attempts, marks } = stores;
  const [quiz, secret, taker] = await Promise.all([
    quizOf(stores, held.attempt),
    attempts.findSecret(ref.attemptId),
    attempts.takerOf(ref.personId, held.attempt.quizId),
  ]);
  const decision = decideLate(held, kept, {
    quiz,
    claims: secret ? verifyStart(token, secret) : undefined,
    hasLaterAttempt: taker.attemptIds.at(-1) !== ref.attemptId,
    at: cause.at,
  });
  if (decision.kind === 'refused') return decision;
  const { attempt } = decision;
  const answers = fittingOneWrite(held.paper, decision.answers);
  if (answers.length === 0) return { kind: 'taken', held, itemIds: [], left: 0 };
  const by = { decidedBy: cause.actor, at: cause.at };
  const asked = await frozenQuestions(stores, ref.attemptId);
  const revision = reviseByLate(attempt, answers, asked, by);
  const replaced = replacing(held, answers, asked);
  const tasks = await tasksOf(
    stores,
    revision.attempt,
    answers.map(({ itemId }) => itemId),
  );
  const saved = await marks.saveLate(revision, gradeRevised(revision, cause), replaced, tasks);
  if (saved === 'conflict') return saved;
  const taken = new Set(answers.map(({ itemId }) => itemId));
  const others = held.answers.filter(({ itemId }) => !taken.has(itemId));
  return {
    kind: 'taken',
    held: { ...held, attempt: revision.attempt, answers: [...others, ...answers] },
    itemIds: [...taken],
    left: decision.answers.length - answers.length,
  };
}

/**
 * Takes answers that a device kept while it had no network, after the deadline, each with the next mark in one write.
 * What was taken before is not newer than what is saved: a repeat changes nothing, and one after a crash takes the rest.
 */
export async function takeLateAnswers(
  stores: Stores,
  ref: AttemptRef,
  late: Late,
  cause: Cause,
): Promise<LateOutcome | 'conflict'> {
  const taken: string[] = [];
  for (;;) {
    const some = (await retryOnConflict(() => takeSome(stores, ref, late, cause))) ?? 'conflict';
    if (some === 'conflict' || some.kind === 'refused') return some;
    taken.push(...some.itemIds);
    if (some.left === 0) return { ...some, itemIds: taken };
  }
}
