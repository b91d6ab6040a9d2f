import type { BankStore } from '../bank-store.ts';
import type { Attempt } from '../domain/attempt.ts';
import type { Quiz } from '../domain/quiz.ts';

/** The quiz of an attempt. A missing one is a bug: quizzes are never deleted. */
export async function quizOf(
  { bank }: { readonly bank: BankStore },
  { attemptId, quizId }: Pick<Attempt, 'attemptId' | 'quizId'>,
): Promise<Quiz> {
  const quiz = await bank.findQuiz(quizId);
  if (!quiz) throw new Error(`attempt ${attemptId} names a quiz that is gone: ${quizId}`);
  return quiz;
}
