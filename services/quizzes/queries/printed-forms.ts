import type { BankStore } from '../bank-store.ts';
import type { FrozenItem } from '../domain/attempt.ts';
import type { FormItem } from '../domain/printed/read-sheet.ts';
import type { PrintedStore } from '../printed-store.ts';

type Stores = { readonly bank: BankStore; readonly printed: PrintedStore };

/** Items with the questions of their frozen versions. A missing one is a bug: versions are never deleted. */
export async function withQuestions(
  bank: BankStore,
  frozen: readonly FrozenItem[],
): Promise<readonly FormItem[]> {
  const questions = await bank.findVersions(frozen);
  return frozen.map((item) => {
    const question = questions.get(item.contentHash);
    if (!question) throw new Error(`a form names a version that is gone: ${item.itemId}`);
    return { ...item, question };
  });
}

/** The forms of a printed exam by their codes. All ask the same versions, which are read once. */
export async function printedForms(
  { bank, printed }: Stores,
  examId: string,
): Promise<ReadonlyMap<string, readonly FormItem[]>> {
  const forms = await printed.formsOf(examId);
  const asked = await withQuestions(bank, forms[0]?.items ?? []);
  const questions = new Map(asked.map(({ itemId, question }) => [itemId, question]));
  return new Map(
    forms.map(({ code, items }) => [
      code,
      items.flatMap((item) => {
        const question = questions.get(item.itemId);
        return question ? [{ ...item, question }] : [];
      }),
    ]),
  );
}
