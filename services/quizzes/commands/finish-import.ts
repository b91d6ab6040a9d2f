import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore } from '../bank-store.ts';
import { type Authorship, decideImport, type ItemChange, overtakenOf, tagsIn } from '../domain/bank.ts';
import { itemIdOf } from '../domain/item-identity.ts';
import type { Question } from '../domain/question.ts';
import type { ImportReport, ImportStore } from '../import-store.ts';
import type { ItemFiles } from '../item-files.ts';

export type Writing = {
  readonly bank: BankStore;
  readonly imports: ImportStore;
  readonly files: ItemFiles;
  /** False once whoever asked cannot wait any longer; what is left is written by a repeat, or by the job. */
  readonly hasTime?: () => boolean;
};

/** Items in one transaction: it takes 100 writes, and an item is two with its history. */
const MOST_AT_ONCE = 50;
/** Transactions under way at once: enough to keep the line busy, few enough not to be throttled. */
const LANES = 8;

/**
 * Writes changes in transactions of `MOST_AT_ONCE`, some at a time; each is whole or not there at all. Gives how many are
 * left when time is over.
 */
async function saveAll(
  { bank, hasTime = () => true }: Writing,
  changes: readonly ItemChange[],
): Promise<number | 'conflict'> {
  let begun = 0;
  let isStopped = false;
  const lane = async (): Promise<void> => {
    while (begun < changes.length && !isStopped && hasTime()) {
      const some = changes.slice(begun, begun + MOST_AT_ONCE);
      begun += some.length;
      isStopped = (await bank.saveItems(some)) === 'conflict' || isStopped;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return isStopped ? 'conflict' : changes.length - begun;
}

/**
 * Each round decides on the bank as it is by then, so what an earlier round wrote is not written again, and what somebody
 * has written since the import was sent is left as it is and named.
 */
const writeAll = (tools: Writing, courseId: string, questions: readonly Question[], authorship: Authorship) =>
  retryOnConflict(async () => {
    const itemIds = questions.map(({ title }) => itemIdOf(courseId, title));
    const before = await tools.bank.findItems(courseId, itemIds);
    const changes = decideImport(courseId, before, questions, authorship);
    const overtaken = overtakenOf(before, changes);
    await tools.bank.noteTags(courseId, tagsIn(questions));
    const due = changes.filter((change) => !overtaken.has(change));
    const left = await saveAll(tools, due);
    return left === 'conflict' ? left : { left, overtaken: [...overtaken].map(({ item }) => item.title) };
  });

/** An import as far as it has come; `left` is there while time was over before all was written. */
export type Finished = ImportReport & { readonly left?: number };

/** Writes what is left of an import's plan. `conflict` when others kept writing the same items; the job tries again. */
export async function finishImport(tools: Writing, report: ImportReport): Promise<Finished | 'conflict'> {
  if (report.status === 'done') return report;
  const questions = await tools.files.findPlan(report.importId);
  const authorship = { by: report.importedBy, at: report.at };
  const written = await writeAll(tools, report.courseId, questions, authorship);
  if (written === undefined) return 'conflict';
  const { left, overtaken } = written;
  if (left > 0) return { ...report, left };
  const notices = [
    ...report.notices,
    ...overtaken.map((title) => ({ code: 'written-since', title }) as const),
  ];
  await tools.imports.finish(report.importId, notices);
  return { ...report, notices, status: 'done' };
}

/** Finishes the imports that broke off before `before`; one that fails does not keep the others waiting. */
export async function finishImports(
  tools: Writing,
  before: string,
): Promise<{ finished: number; failures: readonly unknown[] }> {
  let finished = 0;
  const failures: unknown[] = [];
  for (const report of await tools.imports.unfinished(before)) {
    try {
      const outcome = await finishImport(tools, report);
      if (outcome !== 'conflict' && outcome.status === 'done') finished += 1;
    } catch (failure) {
      failures.push(failure);
    }
  }
  return { finished, failures };
}
