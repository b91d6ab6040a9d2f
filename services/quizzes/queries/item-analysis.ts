import type { BankStore } from '../bank-store.ts';
import { countChoices } from '../domain/analysis/choices.ts';
import { analyse } from '../domain/analysis/item-analysis.ts';
import type { StatisticsStore } from '../statistics-store.ts';

type Stores = { readonly bank: BankStore; readonly statistics: StatisticsStore };

/** The figures of a quiz, with the words of every item that was asked, for `reader`, who sees keys. */
export async function itemAnalysis({ bank, statistics }: Stores, quizId: string, reader: string) {
  const quiz = await bank.findQuiz(quizId);
  if (!quiz) return 'not-found';
  const { version, sums } = await statistics.find(quizId);
  const { items, ...figures } = analyse(sums);
  const [questions, heads] = await Promise.all([
    bank.findVersions(items),
    bank.findItems(quiz.courseId, [...new Set(items.map(({ itemId }) => itemId))]),
  ]);
  const mine = new Set(heads.flatMap(({ itemId, writtenBy }) => (writtenBy === reader ? [itemId] : [])));
  return {
    quizId,
    version,
    ...figures,
    items: items.flatMap(({ contentHash, picks, ...item }) => {
      const question = questions.get(contentHash);
      if (!question) return [];
      const { title, kind, stem } = question;
      const choices = countChoices(question, picks, item.attempts);
      return [{ ...item, title, kind, stem, choices, isMine: mine.has(item.itemId) }];
    }),
  };
}
