import type { BankStore } from '../bank-store.ts';
import type { Quiz } from '../domain/quiz.ts';

/** The quiz of an attempt or a printed exam. A missing one is a bug: quizzes are never deleted. */
export async function quizOf(
  { bank }: { readonly bank: BankStore },
  { quizId }: { readonly quizId: string },
): Promise<Quiz> {
  const quiz = await bank.findQuiz(quizId);
  if (!quiz) throw new Error(`a quiz that was taken is gone: ${quizId}`);
  return quiz;
}
