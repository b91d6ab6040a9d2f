import type { BankStore } from '../bank-store.ts';
import { countChoices } from '../domain/analysis/choices.ts';
import { analyse } from '../domain/analysis/item-analysis.ts';
import type { StatisticsStore } from '../statistics-store.ts';

type Stores = { readonly bank: BankStore; readonly statistics: StatisticsStore };

/** The figures of a quiz, with the words of every item that was asked, for those who see keys. */
export async function itemAnalysis({ bank, statistics }: Stores, quizId: string) {
  const quiz = await bank.findQuiz(quizId);
  if (!quiz) return 'not-found';
  const { version, sums } = await statistics.find(quizId);
  const { items, ...figures } = analyse(sums);
  const questions = await bank.findVersions(items);
  return {
    quizId,
    version,
    ...figures,
    items: items.flatMap(({ contentHash, picks, ...item }) => {
      const question = questions.get(contentHash);
      if (!question) return [];
      const { title, kind, stem } = question;
      return [{ ...item, title, kind, stem, choices: countChoices(question, picks, item.attempts) }];
    }),
  };
}
