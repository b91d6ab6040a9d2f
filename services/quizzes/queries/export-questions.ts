import type { BankStore } from '../bank-store.ts';
import type { ExportFormat } from '../contract.ts';
import type { Remark } from '../domain/formats/item-file.ts';
import { writeItemFile } from '../domain/formats/write-item-file.ts';
import { mediaOf } from '../domain/item-media.ts';
import type { ItemFiles } from '../item-files.ts';

type Export = { readonly exportId: string; readonly courseId: string; readonly format: ExportFormat };
type Exported = { readonly url: string; readonly questions: number; readonly notices: readonly Remark[] };

/** The whole bank of a course as a file that can be fetched for a while, in the order of its titles. */
export async function exportQuestions(
  { bank, files }: { readonly bank: BankStore; readonly files: ItemFiles },
  { exportId, courseId, format }: Export,
): Promise<Exported> {
  const items = await bank.allItems(courseId);
  const byItem = await bank.findQuestions(items);
  const questions = items
    .toSorted((a, b) => a.title.localeCompare(b.title, 'vi'))
    .flatMap(({ itemId }) => byItem.get(itemId) ?? []);
  const media = format === 'gift' ? new Map() : await files.findMedia(questions.flatMap(mediaOf));
  const written = writeItemFile(format, questions, media);
  const url = await files.saveExport(courseId, exportId, written);
  return { url, questions: questions.length, notices: written.notices };
}
