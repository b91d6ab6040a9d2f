import { zipSync } from 'fflate';
import { mediaOf } from '../domain/item-media.ts';
import type { PrintedExam } from '../domain/printed/printed-exam.ts';
import type { FormItem } from '../domain/printed/read-sheet.ts';
import type { Media } from '../domain/question.ts';
import { answerSheet } from './answer-sheet.ts';
import { examPaper } from './exam-paper.ts';
import type { Pictures } from './question-blocks.ts';

type Forms = ReadonlyMap<string, readonly FormItem[]>;

const first = (forms: Forms): readonly FormItem[] => forms.values().next().value ?? [];

/** Every picture that the papers show. */
export const picturesOf = (forms: Forms): readonly Media[] =>
  first(forms).flatMap(({ question }) => mediaOf(question));

/** The paper of each code and the answer sheet, in one zip. Word files are compressed already. */
export async function examFiles(exam: PrintedExam, forms: Forms, pictures: Pictures): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {
    'phieu-tra-loi.docx': await answerSheet(exam, first(forms)),
  };
  for (const [code, items] of forms)
    files[`de-${code}.docx`] = await examPaper(exam, { code, items }, pictures);
  return zipSync(files, { level: 0 });
}
