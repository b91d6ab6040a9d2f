import { afterAll, beforeAll, expect, it } from 'vitest';
import { paragraph, run, wordFile } from '../../services/quizzes/domain/formats/word/word-file.suite.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, shown, signInAs, type Visit } from '../support/browser-visit.ts';

const t = vi.authoring.bank;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PICTURED = `<?xml version="1.0" encoding="UTF-8"?>
<quiz><question type="truefalse"><name><text>Ổ khóa trên thanh địa chỉ</text></name>
<questiontext format="html"><text>Ổ khóa là gì? &lt;img src="@@PLUGINFILE@@/a.png" alt="ổ khóa"&gt;</text>
<file name="a.png" path="/" encoding="base64">${PNG}</file></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;

const stage = setStage();
let visit: Visit;

beforeAll(async () => {
  visit = await stage.open({ viewport: DESK });
  await signInAs(visit, 'training-head');
  await visit.page.goto('/soan-khoa-hoc');
  await visit.page.locator('a.authoring-row').first().click();
  await shown(visit);
});
afterAll(() => visit?.context.close());

const importFile = async (name: string, mimeType: string, buffer: Buffer, format: string): Promise<void> => {
  const form = visit.page.getByRole('form', { name: t.importTitle });
  await form.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  await form.getByText(t.recognised(format)).waitFor();
  await form.getByRole('button', { name: t.submit }).click();
  await form.getByText(t.report(1, 0)).waitFor();
};
const faults = async () => [
  ...(await spillsOf(visit.page)),
  ...(await accessibilityFaults(visit.page)),
  ...visit.faults,
];

it('a Word list is taken in, and the question without a key is named by its number', async () => {
  const word = wordFile(
    paragraph(run('Câu 1. Ai được hỏi mã OTP trong bài thử này?')),
    paragraph(run('A. Ngân hàng')),
    paragraph(run('B. Không ai cả', '<w:u w:val="single"/>')),
    paragraph(run('Câu 2. Câu này chưa có đáp án')),
    paragraph(run('A. một')),
    paragraph(run('B. hai')),
  );
  await importFile('de-thi.docx', WORD, Buffer.from(word), t.formats.word);
  await visit.page.getByText(`${t.question(2)} · Câu này chưa có đáp án`).waitFor();
  expect(await faults()).toEqual([]);
});

it('a Moodle file is taken in with its picture', async () => {
  await importFile('moodle.xml', 'text/xml', Buffer.from(PICTURED), t.formats['moodle-xml']);
  expect(await faults()).toEqual([]);
});
