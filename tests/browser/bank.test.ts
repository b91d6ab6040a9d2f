import { afterAll, beforeAll, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, SMALL_PHONE, shown, type Visit } from '../support/browser-visit.ts';
import { openBlueprint } from '../support/tour-presses.ts';

const { authoring, bank } = vi;

const stage = setStage();
let office: Visit;
let address: string;

beforeAll(async () => {
  office = await stage.openAs('training-head', { viewport: DESK });
  await office.page.goto('/soan-khoa-hoc');
  await office.page.locator('a.authoring-row').first().click();
  await shown(office);
  address = new URL(office.page.url()).pathname;
});
afterAll(() => office?.context.close());

const faults = async ({ page, faults: others }: Visit) => [
  ...(await spillsOf(page)),
  ...(await accessibilityFaults(page)),
  ...others,
];
const rows = ({ page }: Visit) => page.getByRole('table', { name: bank.title }).getByRole('rowheader');

it('a bank is narrowed by who wrote its questions and by their tags', async () => {
  const { page } = office;
  await page.goto(`${address}/cau-hoi/moi`);
  await page.getByLabel(bank.columns.kind).selectOption('true-false');
  await page.getByLabel(bank.columns.name, { exact: true }).fill('Câu của phòng đào tạo');
  await page.getByLabel(bank.columns.stem, { exact: true }).fill('Mã OTP chỉ mình biết.');
  await page.getByText(bank.edit.more).click();
  await page.getByLabel(bank.columns.tags, { exact: true }).fill('ôn tập');
  await page.getByRole('button', { name: bank.edit.save }).click();
  await page.getByRole('heading', { level: 1, name: 'Câu của phòng đào tạo' }).waitFor();
  await page.goto(`${address}/cau-hoi`);
  await rows(office).first().waitFor();
  await page.getByText(bank.filters).click();
  await page.getByLabel(bank.columns.tags, { exact: true }).selectOption('ôn tập');
  await rows(office).filter({ hasText: 'Câu của phòng đào tạo' }).waitFor();
  await page.getByLabel(bank.columns.author, { exact: true }).selectOption('others');
  await page.getByText(bank.none).waitFor();
  expect(await faults(office)).toEqual([]);
});

it('an approved question is withdrawn with a reason, in two steps, and says so from then on', async () => {
  const { page } = office;
  const t = bank.withdrawal;
  await page.goto(`${address}/cau-hoi`);
  await page.getByText(bank.filters).click();
  await page.getByLabel(bank.columns.status, { exact: true }).selectOption('approved');
  await rows(office).first().getByRole('link').click();
  const form = page.getByRole('form', { name: t.title });
  await form.getByRole('button', { name: t.press }).click();
  await form.getByText(t.noteMissing).waitFor();
  await form.getByLabel(t.note).fill('Đáp án đã cũ.');
  await form.getByRole('button', { name: t.press }).click();
  await page.getByRole('dialog').getByText(t.ask).waitFor();
  expect(await faults(office)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: t.yes, exact: true }).press('Enter');
  await page.getByText(t.done(1)).waitFor();
  await page.getByText('Đáp án đã cũ.').waitFor();
  expect(await form.count()).toBe(0);
  expect(await faults(office)).toEqual([]);
});

it('a blueprint is shown as the matrix that schools know, and its marks come to ten', async () => {
  const phone = await stage.openAs('training-head', { viewport: SMALL_PHONE });
  const { page } = phone;
  const t = bank.blueprint;
  await page.goto(address);
  await openBlueprint(phone);
  const first = page.getByRole('group', { name: t.row(1) });
  await first.getByLabel(bank.columns.level).selectOption('CB1');
  await first.getByLabel(t.count).fill('2');
  await first.getByLabel(t.marks).fill('4');
  await page.getByRole('button', { name: authoring.quiz.publish, exact: true }).click();
  await page.locator('[data-missing]:focus', { hasText: t.marksAstray }).waitFor();
  await page.getByRole('button', { name: t.add, exact: true }).click();
  const second = page.getByRole('group', { name: t.row(2) });
  await second.getByLabel(bank.columns.level).selectOption('CB2');
  await second.getByLabel(t.marks).fill('6');
  await second.getByLabel(t.count).fill('59');
  await page.getByText(t.tooMany(61)).waitFor();
  await second.getByLabel(t.count).fill('1');
  await page.getByText(t.totalByRows(3)).waitFor();
  const matrix = page.getByRole('table', { name: t.title });
  await matrix.getByRole('columnheader', { name: 'CB1' }).waitFor();
  await matrix
    .getByRole('cell', { name: t.cell(3, '10,0') })
    .first()
    .waitFor();
  expect(await faults(phone)).toEqual([]);
  await phone.context.close();
});
