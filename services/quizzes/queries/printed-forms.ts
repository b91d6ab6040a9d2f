import type { BankStore } from '../bank-store.ts';
import type { FrozenItem } from '../domain/attempt.ts';
import { type CorrectedVersion, correctedForm } from '../domain/printed/corrected-form.ts';
import type { FormItem } from '../domain/printed/read-sheet.ts';
import type { Quiz } from '../domain/quiz.ts';
import type { PrintedStore } from '../printed-store.ts';

type Stores = { readonly bank: BankStore; readonly printed: PrintedStore };
type Version = Pick<FrozenItem, 'itemId' | 'version' | 'contentHash'>;

/** By their codes, in the order of these. */
export type Forms = ReadonlyMap<string, readonly FormItem[]>;

/** Items with the questions of the versions they name. A missing one is a bug: versions are never deleted. */
async function withQuestions<Item extends Version>(bank: BankStore, items: readonly Item[]) {
  const questions = await bank.findVersions(items);
  return items.map((item) => {
    const question = questions.get(item.contentHash);
    if (!question) throw new Error(`a form names a version that is gone: ${item.itemId}`);
    return { ...item, question };
  });
}

/** The forms of a printed exam as they were printed. All ask the same versions, which are read once. */
export async function printedForms({ bank, printed }: Stores, examId: string): Promise<Forms> {
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

/** Forms by the versions that an attempt is marked by. */
export async function formsMarkedBy(
  bank: BankStore,
  forms: Forms,
  versions: readonly Version[],
): Promise<Forms> {
  const corrected: readonly CorrectedVersion[] = await withQuestions(
    bank,
    versions.map(({ itemId, version, contentHash }) => ({ itemId, version, contentHash })),
  );
  return new Map([...forms].map(([code, form]) => [code, correctedForm(form, corrected)]));
}

/** Forms by all that was corrected in their quiz, which is what their sheets are marked by. */
export const correctedForms = (bank: BankStore, forms: Forms, { corrections }: Quiz): Promise<Forms> =>
  formsMarkedBy(bank, forms, Object.values(corrections));
