import type { Actor } from '#shared/auth/actor.ts';
import type { BankStore } from '../bank-store.ts';
import type { ClassStore } from '../class-store.ts';
import type { Attempt } from '../domain/attempt.ts';
import type { MarkStore } from '../mark-store.ts';
import { learnersInSight } from './learners-in-sight.ts';

type Stores = { readonly bank: BankStore; readonly marks: MarkStore; readonly classes: ClassStore };
type Asked = { readonly quizId: string; readonly classId?: string; readonly cursor?: string };

const byHandingIn = (a: Attempt, b: Attempt): number => (a.attemptId < b.attemptId ? 1 : -1);

/** An attempt with its mark as staff see it, without questions and answers. */
const markOf = (attempt: Attempt) => ({
  attemptId: attempt.attemptId,
  personId: attempt.personId,
  attemptNo: attempt.attemptNo,
  startedAt: attempt.startedAt,
  submittedBy: attempt.submittedBy ?? ('person' as const),
  waiting: attempt.points?.filter(({ waits }) => waits).length ?? 0,
  ...(attempt.grade && { grade: attempt.grade }),
});

/**
 * The handed-in attempts at a quiz, newest first: of the own learners for a teacher, all at once; a page of everybody's
 * for the training office.
 */
export async function quizAttempts(stores: Stores, actor: Actor, { quizId, classId, cursor }: Asked) {
  const { bank, marks, classes } = stores;
  if (!(await bank.findQuiz(quizId))) return 'not-found';
  const learners = await learnersInSight(classes, actor, classId);
  if (learners === 'not-found') return learners;
  if (learners !== 'everybody') {
    const found = await marks.attemptsOf([...learners], quizId);
    const closed = found.filter(({ status }) => status === 'submitted').sort(byHandingIn);
    return { attempts: closed.map(markOf) };
  }
  const page = await marks.closedOf(quizId, cursor);
  if (page === 'invalid-cursor') return page;
  return { attempts: page.attempts.map(markOf), ...(page.next && { next: page.next }) };
}
