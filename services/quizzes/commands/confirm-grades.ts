import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { decideConfirmation, isGraded } from '../domain/revision.ts';
import { gradeRevised } from '../events-out.ts';
import type { MarkStore } from '../mark-store.ts';
import type { AttemptRef, AttemptStore } from '../store.ts';

type Stores = { readonly attempts: AttemptStore; readonly marks: MarkStore };

type SeenGrade = AttemptRef & { readonly gradeNo: number };
export type ConfirmationOutcome = 'confirmed' | 'changed' | 'waits' | 'not-found';

/** Attempts decided at once; each is a read and a transaction. */
const AT_ONCE = 10;

async function confirmOne(
  { attempts, marks }: Stores,
  { gradeNo, ...ref }: SeenGrade,
  quizId: string,
  cause: Cause,
): Promise<ConfirmationOutcome | 'conflict'> {
  const attempt = await attempts.findAttempt(ref);
  if (!attempt || attempt.quizId !== quizId || !isGraded(attempt)) return 'not-found';
  const decision = decideConfirmation(attempt, gradeNo, { decidedBy: cause.actor, at: cause.at });
  if (decision.kind !== 'confirm') return decision.kind;
  const saved = await marks.saveRevision(decision.revision, gradeRevised(decision.revision, cause));
  return saved === 'saved' ? 'confirmed' : 'conflict';
}

/**
 * Confirms the marks that a teacher has seen. Each is decided by itself, so a call that broke off is sent again whole.
 * An attempt of a learner who is not `inSight` is not found.
 */
export async function confirmGrades(
  stores: Stores,
  { quizId, seen }: { readonly quizId: string; readonly seen: readonly SeenGrade[] },
  inSight: (personId: string) => boolean,
  cause: Cause,
): Promise<{ readonly attemptId: string; readonly outcome: ConfirmationOutcome }[]> {
  const decide = async (grade: SeenGrade) => {
    const outcome = inSight(grade.personId)
      ? await retryOnConflict(() => confirmOne(stores, grade, quizId, cause))
      : 'not-found';
    return { attemptId: grade.attemptId, outcome: outcome ?? ('changed' as const) };
  };
  const outcomes: Awaited<ReturnType<typeof decide>>[] = [];
  for (let start = 0; start < seen.length; start += AT_ONCE)
    outcomes.push(...(await Promise.all(seen.slice(start, start + AT_ONCE).map(decide))));
  return outcomes;
}
