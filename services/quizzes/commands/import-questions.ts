import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore, ImportReport } from '../bank-store.ts';
import { decideImport, type ItemChange } from '../domain/bank.ts';
import { readGift } from '../domain/formats/gift/read-gift.ts';
import { itemIdOf } from '../domain/item-identity.ts';
import type { Question } from '../domain/question.ts';

type ImportQuestions = {
  readonly importId: string;
  readonly courseId: string;
  readonly importedBy: string;
  readonly gift: string;
  readonly requestKey: string;
  readonly at: string;
};

/** Items written at once; each is two writes. */
const AT_ONCE = 10;

async function saveAll(store: BankStore, changes: readonly ItemChange[]): Promise<'saved' | 'conflict'> {
  for (let start = 0; start < changes.length; start += AT_ONCE) {
    const saved = await Promise.all(
      changes.slice(start, start + AT_ONCE).map((each) => store.saveItem(each)),
    );
    if (saved.includes('conflict')) return 'conflict';
  }
  return 'saved';
}

/**
 * Writes what a file changes and returns how many items that were; undefined when other imports kept interfering.
 * Each round decides on the bank as it is by then, so what an earlier round wrote is not written again.
 */
async function writeChanges(
  store: BankStore,
  courseId: string,
  questions: readonly Question[],
): Promise<number | undefined> {
  const itemIds = questions.map((question) => itemIdOf(courseId, question.title));
  const changed = new Set<string>();
  const done = await retryOnConflict(async () => {
    const changes = decideImport(courseId, await store.findItems(courseId, itemIds), questions);
    for (const { item } of changes) changed.add(item.itemId);
    return saveAll(store, changes);
  });
  return done && changed.size;
}

/** Reads a GIFT file into the bank of a course. The same file again changes nothing; the same request gets its first report. */
export async function importQuestions(
  store: BankStore,
  command: ImportQuestions,
): Promise<ImportReport | 'gift-unreadable' | 'too-many-questions' | 'conflict'> {
  const { gift, requestKey, ...about } = command;
  const request = { actor: about.importedBy, route: `import-questions/${about.courseId}`, key: requestKey };
  const earlier = await store.findEarlier(request);
  const known = earlier && (await store.findReport(earlier));
  if (known) return known;
  const file = readGift(gift);
  if (typeof file === 'string') return file;
  const imported = await writeChanges(store, about.courseId, file.questions);
  if (imported === undefined) return 'conflict';
  const unchanged = file.questions.length - imported;
  const report = { ...about, imported, unchanged, faults: file.faults };
  const saved = await store.saveReport(report, { ...request, at: about.at });
  return saved === 'repeated' ? importQuestions(store, command) : report;
}
