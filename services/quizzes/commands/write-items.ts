import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore } from '../bank-store.ts';
import type { FaultCode } from '../contract.ts';
import { type Authorship, decideImport, tagsIn } from '../domain/bank.ts';
import { itemIdOf } from '../domain/item-identity.ts';
import { type BankFile, lacksFiles, measured, mediaOf } from '../domain/item-media.ts';
import { complaintsOf } from '../domain/item-types.ts';
import type { Question } from '../domain/question.ts';

type Fault = { readonly title: string; readonly code: FaultCode };
type Written = { readonly written: number; readonly unchanged: number; readonly faults: readonly Fault[] };

/** What keeps a question out of the bank. The second one under a title would overwrite the first. */
const faultIn = (
  courseId: string,
  questions: readonly Question[],
  place: number,
  files: ReadonlyMap<string, BankFile>,
): FaultCode | undefined => {
  const question = questions[place];
  if (!question) return undefined;
  const itemId = itemIdOf(courseId, question.title);
  const isRepeated = questions.slice(0, place).some(({ title }) => itemIdOf(courseId, title) === itemId);
  const [complaint] = complaintsOf(question);
  if (complaint) return complaint;
  if (lacksFiles(question, files)) return 'needs-files';
  return isRepeated ? 'title-twice' : undefined;
};

/** One round decides on the bank as it is by then; what an earlier round wrote is unchanged to the next. */
async function writeOnce(
  bank: BankStore,
  courseId: string,
  questions: readonly Question[],
  authorship: Authorship,
) {
  const itemIds = questions.map(({ title }) => itemIdOf(courseId, title));
  const changes = decideImport(courseId, await bank.findItems(courseId, itemIds), questions, authorship);
  await bank.noteTags(courseId, tagsIn(questions));
  const saved = changes.length === 0 ? 'saved' : await bank.saveItems(changes);
  return { changed: changes.map(({ item }) => item.itemId), isDone: saved === 'saved' };
}

/**
 * Writes questions into the bank of a course: new items, or a next version of those whose content differs. Faulty ones
 * are left out and named. `'conflict'` when others kept writing the same items.
 */
export async function writeItems(
  bank: BankStore,
  courseId: string,
  questions: readonly Question[],
  authorship: Authorship,
): Promise<Written | 'conflict'> {
  const files = await bank.findFiles(courseId, questions.flatMap(mediaOf));
  const faults: Fault[] = [];
  const good: Question[] = [];
  for (const [place, question] of questions.entries()) {
    const code = faultIn(courseId, questions, place, files);
    if (code) faults.push({ title: question.title, code });
    else good.push(measured(question, files));
  }
  const changed = new Set<string>();
  const done = await retryOnConflict(async () => {
    const round = await writeOnce(bank, courseId, good, authorship);
    for (const itemId of round.changed) changed.add(itemId);
    return round.isDone ? 'done' : 'conflict';
  });
  if (!done) return 'conflict';
  return { written: changed.size, unchanged: good.length - changed.size, faults };
}
