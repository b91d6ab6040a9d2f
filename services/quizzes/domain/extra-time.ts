import type { Attempt } from './attempt.ts';
import { deadlineOf, lastEndOf, type Quiz } from './quiz.ts';

/** What a person gets on top of the time that everybody has; an amount of 0 takes it back. */
export type ExtraTime = { readonly unit: 'minutes' | 'percent'; readonly amount: number };

/** A decision about one person's time at one quiz. Every one is kept. */
export type Grant = ExtraTime & {
  /** Counts the decisions for this person and quiz. */
  readonly grantNo: number;
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedAt: string;
};

type Asked = ExtraTime & Pick<Grant, 'reason' | 'grantedBy' | 'grantedAt'>;
type GrantDecision =
  | { readonly kind: 'refused'; readonly reason: 'extra-needs-a-limit' }
  | { readonly kind: 'granted-before'; readonly grant: Grant }
  | {
      readonly kind: 'grant';
      readonly grant: Grant;
      /** There for an open attempt whose end moves. */
      readonly deadline?: string;
      /** There when somebody can write for longer than anybody before: what waits for the close waits for that. */
      readonly extendedUntil?: string;
    };

/** The end that extra time gives beyond everybody's; after the close no attempt starts, so only one that goes on has it. */
function laterEnd(quiz: Quiz, asked: Asked, goesOn: boolean): string | undefined {
  const { closesAt, extendedUntil } = quiz;
  const lastEnd = lastEndOf(quiz, asked);
  if (!closesAt || !lastEnd || lastEnd <= (extendedUntil ?? closesAt)) return undefined;
  return goesOn || asked.grantedAt < closesAt ? lastEnd : undefined;
}

/**
 * Gives somebody more time for attempts that start from now on, and for the one that is open: its end is counted anew
 * from its start, so the same decision twice moves it once. It is never moved forward, and not once it is over: after the
 * grace others may be shown what is right.
 */
export function decideGrant(
  quiz: Quiz,
  { current, open }: { readonly current: Grant | undefined; readonly open: Attempt | undefined },
  asked: Asked,
): GrantDecision {
  const hasLimit =
    asked.unit === 'percent' ? quiz.timeLimitMinutes : (quiz.timeLimitMinutes ?? quiz.closesAt);
  if (!hasLimit) return { kind: 'refused', reason: 'extra-needs-a-limit' };
  if (current?.unit === asked.unit && current.amount === asked.amount)
    return { kind: 'granted-before', grant: current };
  const grant = { ...asked, grantNo: (current?.grantNo ?? 0) + 1 };
  const deadline = open && deadlineOf(quiz, open.startedAt, asked);
  const isRunning = open?.deadline !== undefined && asked.grantedAt <= open.deadline;
  const moves = isRunning && deadline !== undefined && deadline > (open.deadline ?? '');
  const extendedUntil = laterEnd(quiz, asked, moves);
  return {
    kind: 'grant',
    grant,
    ...(moves && { deadline }),
    ...(extendedUntil && { extendedUntil }),
  };
}
