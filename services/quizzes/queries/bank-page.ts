import { matchesSearch } from '#shared/text/vietnamese.ts';
import type { BankStore } from '../bank-store.ts';
import { approvedVersion, type BankItem } from '../domain/bank.ts';

/** What is looked for; all of it has to hold. */
export type BankFilter = Partial<
  Pick<BankItem, 'kind' | 'status' | 'competenceCode' | 'level' | 'writtenBy'>
> & {
  readonly search?: string | undefined;
  readonly tag?: string | undefined;
  /** Written by this person, and by anybody but this one. */
  readonly me?: string | undefined;
  readonly others?: string | undefined;
};

/** Items found from which on an answer is full, and pages of the store that are read for one at most: 2000 items. */
const FULL = 50;
const MOST_PAGES = 20;

const matches = (item: BankItem, { search = '', tag, me, others, ...equal }: BankFilter): boolean =>
  Object.entries(equal).every(
    ([name, wanted]) => wanted === undefined || item[name as keyof typeof equal] === wanted,
  ) &&
  (me === undefined || item.writtenBy === me) &&
  item.writtenBy !== others &&
  (tag === undefined || item.tags?.includes(tag) === true) &&
  matchesSearch([item.title, item.plainText, ...(item.tags ?? [])].join(' '), search);

/** An item as staff see it in a list, without what the service keeps to itself. */
export const shownItem = ({ tags, ...item }: BankItem) => {
  const drawnVersion = approvedVersion(item)?.version;
  return { ...item, ...(tags && { tags: [...tags] }), ...(drawnVersion && { drawnVersion }) };
};

/** Items of a bank that match, by title; an answer may be short, or empty, and still have a next one. */
export async function bankPage(store: BankStore, courseId: string, filter: BankFilter, from?: string) {
  const found: BankItem[] = [];
  let cursor = from;
  for (let pages = 0; pages < MOST_PAGES && found.length < FULL; pages += 1) {
    const page = await store.listItems(courseId, cursor);
    if (page === 'invalid-cursor') return page;
    found.push(...page.items.filter((item) => matches(item, filter)));
    cursor = page.next;
    if (!cursor) break;
  }
  return { items: found.map(shownItem), next: cursor };
}
