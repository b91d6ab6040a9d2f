import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore } from '../bank-store.ts';
import { type Authorship, decideImport, type ItemChange } from '../domain/bank.ts';
import { itemIdOf } from '../domain/item-identity.ts';
import type { Question } from '../domain/question.ts';
import type { ImportReport, ImportStore } from '../import-store.ts';
import type { ItemFiles } from '../item-files.ts';

export type Writing = {
  readonly bank: BankStore;
  readonly imports: ImportStore;
  readonly files: ItemFiles;
};

/** Items written at once; each is two writes. */
const AT_ONCE = 25;

async function saveAll(bank: BankStore, changes: readonly ItemChange[]): Promise<'saved' | 'conflict'> {
  for (let start = 0; start < changes.length; start += AT_ONCE) {
    const saved = await Promise.all(changes.slice(start, start + AT_ONCE).map((each) => bank.saveItem(each)));
    if (saved.includes('conflict')) return 'conflict';
  }
  return 'saved';
}

/** Each round decides on the bank as it is by then, so what an earlier round wrote is not written again. */
const writeAll = (
  bank: BankStore,
  courseId: string,
  questions: readonly Question[],
  authorship: Authorship,
) =>
  retryOnConflict(async () => {
    const itemIds = questions.map(({ title }) => itemIdOf(courseId, title));
    const before = await bank.findItems(courseId, itemIds);
    return saveAll(bank, decideImport(courseId, before, questions, authorship));
  });

/** Writes what is left of an import's plan. `conflict` when others kept writing the same items; the job tries again. */
export async function finishImport(
  { bank, imports, files }: Writing,
  report: ImportReport,
): Promise<ImportReport | 'conflict'> {
  if (report.status === 'done') return report;
  const questions = await files.findPlan(report.importId);
  const authorship = { by: report.importedBy, at: report.at };
  if (!(await writeAll(bank, report.courseId, questions, authorship))) return 'conflict';
  await imports.finish(report.importId);
  return { ...report, status: 'done' };
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
      if ((await finishImport(tools, report)) !== 'conflict') finished += 1;
    } catch (failure) {
      failures.push(failure);
    }
  }
  return { finished, failures };
}
