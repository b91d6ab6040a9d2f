import { expect, test } from 'vitest';
import { readExcel } from '../../services/quizzes/domain/formats/excel/read-excel.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { itemTemplate } from '../../web/src/pages/authoring/item-template.ts';

test('the template of the page is read with all its examples', async () => {
  const file = await readExcel(await itemTemplate(vi.authoring.bank.template));
  if (typeof file === 'string') throw new Error(file);
  expect(file.faults).toEqual([]);
  expect(file.questions.map(({ kind }) => kind)).toEqual([
    ...['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer', 'matching'],
  ]);
});
