import { contentHash, itemIdOf } from './item-identity.ts';
import { permutation } from './permutation.ts';
import type { Question } from './question.ts';

/** An item of a course's bank, without its key. The hash names the content of this version. */
export type BankItem = {
  readonly itemId: string;
  /** The course whose bank it is. */
  readonly bankId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly kind: Question['kind'];
  readonly title: string;
  readonly stem: string;
  readonly competenceCode?: string;
  readonly status: 'draft' | 'approved';
};

/** An item to be written, with the question that its hash names. */
export type ItemChange = { readonly item: BankItem; readonly question: Question };

/**
 * Which items an import changes: new ones, and a next version of those whose content differs. What is unchanged is
 * left alone, so the same file twice writes nothing. Imported questions count as approved until approval has two people.
 */
export function decideImport(
  courseId: string,
  bank: readonly BankItem[],
  questions: readonly Question[],
): readonly ItemChange[] {
  const known = new Map(bank.map((item) => [item.itemId, item]));
  return questions.flatMap((question) => {
    const itemId = itemIdOf(courseId, question.title);
    const before = known.get(itemId);
    const hash = contentHash(question);
    if (before?.contentHash === hash) return [];
    const { kind, title, stem, competenceCode } = question;
    const item: BankItem = {
      itemId,
      bankId: courseId,
      version: (before?.version ?? 0) + 1,
      contentHash: hash,
      kind,
      title,
      stem,
      ...(competenceCode && { competenceCode }),
      status: 'approved',
    };
    return [{ item, question }];
  });
}

/** Ids of `count` approved items, which ones the seed decides; undefined when the bank has too few. */
export const drawItems = (
  bank: readonly BankItem[],
  count: number,
  seed: string,
): readonly string[] | undefined => {
  const approved = bank
    .filter((item) => item.status === 'approved')
    .map((item) => item.itemId)
    .sort();
  if (approved.length < count) return undefined;
  return permutation(approved.length, seed)
    .slice(0, count)
    .flatMap((place) => approved[place] ?? []);
};
