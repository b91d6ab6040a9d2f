import type { Cause } from '#shared/messaging/outbox.ts';
import { decideGrant, type ExtraTime, type Grant } from '../domain/extra-time.ts';
import type { ExtraTimeStore } from '../extra-time-store.ts';
import { type Stores, settleAttempt } from './close-attempt.ts';

type GrantExtraTime = ExtraTime & {
  readonly quizId: string;
  readonly personId: string;
  readonly reason: string;
};
type GrantOutcome = { readonly grant: Grant; readonly deadline?: string };

/** Grants extra time. `'conflict'` when an attempt was opened or closed meanwhile: read again, it decides itself. */
export async function grantExtraTime(
  stores: Stores & { readonly extraTime: ExtraTimeStore },
  { quizId, personId, ...asked }: GrantExtraTime,
  cause: Cause,
): Promise<GrantOutcome | 'not-found' | 'extra-needs-a-limit' | 'conflict'> {
  const quiz = await stores.bank.findQuiz(quizId);
  if (!quiz) return 'not-found';
  const taker = await stores.attempts.takerOf(personId, quizId);
  const attemptId = taker.attemptIds.at(-1);
  const held = attemptId && (await settleAttempt(stores, { personId, attemptId }, cause));
  if (held === 'conflict') return held;
  const open = typeof held === 'object' && held.attempt.status === 'open' ? held.attempt : undefined;
  const by = { grantedBy: cause.actor, grantedAt: cause.at };
  const decision = decideGrant(quiz, { current: taker.extra, open }, { ...asked, ...by });
  if (decision.kind === 'refused') return decision.reason;
  if (decision.kind === 'granted-before')
    return { grant: decision.grant, ...(open?.deadline && { deadline: open.deadline }) };
  const { grant, deadline, extendedUntil } = decision;
  const effects = {
    ...(open && deadline && { moved: { attempt: open, deadline } }),
    ...(extendedUntil && { extendedUntil }),
  };
  const saved = await stores.extraTime.saveGrant({ personId, quizId }, taker, grant, effects);
  const ends = deadline ?? open?.deadline;
  return saved === 'saved' ? { grant, ...(ends && { deadline: ends }) } : saved;
}
