import type { ItemFormat } from '../contract.ts';
import { type BankItem, decideImport, type ItemChange } from '../domain/bank.ts';
import type { Refused, Remark } from '../domain/formats/item-file.ts';
import { readItemFile } from '../domain/formats/read-item-file.ts';
import { measured, mediaOf } from '../domain/item-media.ts';
import { nearestAlike } from '../domain/similarity.ts';
import type { ImportReport } from '../import-store.ts';
import type { ItemFiles } from '../item-files.ts';
import { keepFile } from './add-item-file.ts';
import { type Finished, finishImport, type Writing } from './finish-import.ts';

type Source = { readonly text: string } | { readonly fileId: string };

type ImportQuestions = {
  readonly importId: string;
  readonly courseId: string;
  readonly importedBy: string;
  readonly format: ItemFormat;
  readonly source: Source;
  readonly requestKey: string;
  readonly at: string;
};

const bytesOf = (files: ItemFiles, courseId: string, source: Source) =>
  'text' in source ? new TextEncoder().encode(source.text) : files.findUpload(courseId, source.fileId);

/** Questions of a file that are nearly the same as another one, of the bank or of the file before them. */
function alikeIn(bank: readonly BankItem[], changes: readonly ItemChange[]): readonly Remark[] {
  const coming = changes.map(({ item }) => item);
  const replaced = new Set(coming.map(({ itemId }) => itemId));
  const known = bank.filter(({ itemId }) => !replaced.has(itemId));
  return [...nearestAlike(known, coming)].map(([{ title }, to]) => ({
    code: 'alike',
    title,
    what: to.title,
  }));
}

/**
 * Reads a file of questions into the bank of a course. All is decided and the plan of it kept before the first item is
 * written, and a plan that is kept is always finished, so no import stays half done. The same file again changes
 * nothing; the same request gets its first report.
 */
export async function importQuestions(
  tools: Writing,
  command: ImportQuestions,
): Promise<Finished | Refused | 'file-not-found' | 'conflict'> {
  const { format, source, requestKey, ...about } = command;
  const request = { actor: about.importedBy, route: `import-questions/${about.courseId}`, key: requestKey };
  const earlier = await tools.imports.findEarlier(request);
  if (earlier) return finishImport(tools, earlier);
  const bytes = await bytesOf(tools.files, about.courseId, source);
  if (typeof bytes === 'string') return bytes;
  const file = await readItemFile(format, bytes);
  if (typeof file === 'string') return file;
  const { faults } = file;
  const questions = file.questions.map((question) => measured(question, file.files));
  const bank = await tools.bank.allItems(about.courseId);
  const authorship = { by: about.importedBy, at: about.at };
  const changes = decideImport(about.courseId, bank, questions, authorship);
  const imported = changes.length;
  const unchanged = questions.length - imported;
  const notices = [...file.notices, ...alikeIn(bank, changes)];
  const report: ImportReport = { ...about, imported, unchanged, faults, notices, status: 'writing' };
  // Files first: a question never names one that is not there.
  for (const { fileId } of questions.flatMap(mediaOf)) {
    const media = file.files.get(fileId);
    if (media) await keepFile(tools, about.courseId, media);
  }
  await tools.files.savePlan(about.importId, questions);
  const begun = await tools.imports.begin(report, { ...request, at: about.at });
  return begun === 'repeated' ? importQuestions(tools, command) : finishImport(tools, report);
}
