import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore } from '../bank-store.ts';
import { type Authorship, type BankItem, nextVersion, tagsIn } from '../domain/bank.ts';
import { type ItemFault, itemFaults } from '../domain/item-faults.ts';
import { contentHash, itemIdOf } from '../domain/item-identity.ts';
import { measured, mediaOf } from '../domain/item-media.ts';
import type { Question } from '../domain/question.ts';

export type Edited =
  | { readonly kind: 'saved'; readonly item: BankItem }
  | { readonly kind: 'faulty'; readonly faults: readonly ItemFault[] }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-found' | 'title-taken' | 'title-stays' | 'item-changed';
    };

const refused = (reason: Extract<Edited, { kind: 'refused' }>['reason']): Edited => ({
  kind: 'refused',
  reason,
});

/** Writes a question that the bank has none of that title of; the same question again is the item that it made. */
export async function createItem(
  bank: BankStore,
  courseId: string,
  authored: Question,
  authorship: Authorship,
): Promise<Edited> {
  const files = await bank.findFiles(courseId, mediaOf(authored));
  const faults = itemFaults(authored, files);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const question = measured(authored, files);
  const [before] = await bank.findItems(courseId, [itemIdOf(courseId, question.title)]);
  if (before)
    return before.contentHash === contentHash(question)
      ? { kind: 'saved', item: before }
      : refused('title-taken');
  const change = nextVersion(courseId, undefined, question, authorship);
  await bank.noteTags(courseId, tagsIn([question]));
  if ((await bank.saveItem(change)) === 'saved') return { kind: 'saved', item: change.item };
  return createItem(bank, courseId, authored, authorship);
}

/** The version of an item that its author has read. */
type ReadVersion = { readonly courseId: string; readonly itemId: string; readonly version: number };

/** One round decides on the item as it is by then. */
async function editOnce(
  bank: BankStore,
  { courseId, itemId, version }: ReadVersion,
  authored: Question,
  authorship: Authorship,
): Promise<Edited | 'conflict'> {
  const [before] = await bank.findItems(courseId, [itemId]);
  if (!before) return refused('not-found');
  const files = await bank.findFiles(courseId, mediaOf(authored));
  const question = measured(authored, files);
  // Also what a repeated request finds.
  if (before.contentHash === contentHash(question)) return { kind: 'saved', item: before };
  if (before.version !== version) return refused('item-changed');
  if (before.title !== question.title) return refused('title-stays');
  const faults = itemFaults(question, files);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const change = nextVersion(courseId, before, question, authorship);
  await bank.noteTags(courseId, tagsIn([question]));
  const saved = await bank.saveItem(change);
  return saved === 'saved' ? { kind: 'saved', item: change.item } : saved;
}

/**
 * Writes a next version over the one that its author has read. Who read an older one is told, and nothing is lost: both
 * versions are kept. What was decided about that version meanwhile stays decided. The title names the item in files and
 * stays.
 */
export const editItem = async (
  bank: BankStore,
  read: ReadVersion,
  authored: Question,
  authorship: Authorship,
): Promise<Edited> =>
  (await retryOnConflict(() => editOnce(bank, read, authored, authorship))) ?? refused('item-changed');
