import { expect, it } from 'vitest';
import { library } from '../../web/src/messages/vi/library.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, type Visit } from '../support/browser-visit.ts';
import { expectLooksRight } from '../support/desk-look.ts';

const t = vi.materialDesk;
const stage = setStage();
/** The demo leaves one link waiting. */
const LINK = 'Báo một trang lừa đảo';

const cardOf = ({ page }: Visit, title: string) => page.locator('.course-card').filter({ hasText: title });

it('a guest finds by topic what was issued, and not what waits', async () => {
  const guest = await stage.open({ viewport: DESK });
  const { page } = guest;
  await page.goto('/thu-vien');
  await page.getByRole('button', { name: library.tracks.security }).click();
  await page.getByRole('heading', { name: library.tracks.security }).waitFor();
  await cardOf(guest, 'Luật Bảo vệ dữ liệu cá nhân').waitFor();
  expect(await cardOf(guest, LINK).count()).toBe(0);
  expect(new URL(page.url()).search).toBe('?chu-de=security');
  await page.getByLabel(library.filters.kind).selectOption('reference');
  await eventually(() => page.locator('.course-card').count()).toBe(1);
  await expectLooksRight(guest, 'library');
  await guest.context.close();
});

it('a guest finds by words without marks, in spite of a typo, and keeps them in the address', async () => {
  const guest = await stage.open();
  const { page } = guest;
  await page.goto('/thu-vien');
  // A pause within what is typed: the space that ends a word is not taken away.
  await page.getByLabel(library.search.label).pressSequentially('du ');
  await page.waitForURL((url) => url.searchParams.get('tim') === 'du');
  await page.getByLabel(library.search.label).pressSequentially('lieu ca nhan');
  await cardOf(guest, 'Luật Bảo vệ dữ liệu cá nhân').waitFor();
  await page.waitForURL((url) => url.searchParams.get('tim') === 'du lieu ca nhan');
  await expectLooksRight(guest, 'what is found');
  await page.getByLabel(library.search.label).fill('dichj vu cong');
  await page.getByText(library.search.corrected('dich vu cong')).waitFor();
  await cardOf(guest, 'Cổng Dịch vụ công quốc gia').waitFor();
  await page.getByLabel(library.search.label).fill('xyzzyq');
  await page.getByText(library.search.none).waitFor();
  await page.getByRole('button', { name: library.clear }).click();
  await page.getByRole('heading', { name: library.newest }).waitFor();
  expect(await page.getByLabel(library.search.label).inputValue()).toBe('');
  expect(guest.faults).toEqual([]);
  await guest.context.close();
});

it('the training head returns nothing without remarks, issues what is right, and takes it off again', async () => {
  const head = await stage.openAs('training-head', { viewport: DESK });
  const { page } = head;
  await page.goto('/hoc-lieu');
  await cardOf(head, LINK).click();
  await page.getByRole('button', { name: t.returnIt }).click();
  await page.getByText(t.remarksMissing).waitFor();
  await page.getByRole('button', { name: t.issue }).click();
  await page.getByText(t.checksMissing).waitFor();
  await expectLooksRight(head, 'appraisal');
  for (const box of await page.getByRole('group').first().getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: t.issue }).click();
  await page.getByText(t.stateSentences.issued).waitFor();

  const guest = await stage.open();
  await guest.page.goto('/thu-vien');
  await cardOf(guest, LINK).waitFor();

  await page.getByText(t.withdrawTitle, { exact: true }).click();
  await page.getByRole('button', { name: t.withdraw, exact: true }).click();
  await page.getByText(t.reasonMissing).waitFor();
  await page.getByLabel(t.reason, { exact: true }).selectOption('outdated');
  await page.getByRole('button', { name: t.withdraw, exact: true }).click();
  await page.getByRole('button', { name: t.withdrawYes }).click();
  await page.getByText(t.stateSentences.withdrawn).waitFor();
  await guest.page.reload();
  await cardOf(guest, 'Cổng Dịch vụ công quốc gia').waitFor();
  expect(await cardOf(guest, LINK).count()).toBe(0);
  expect([...head.faults, ...guest.faults]).toEqual([]);
  await Promise.all([head.context.close(), guest.context.close()]);
});

it('content staff describe a link, are told what is missing, and hand it in', async () => {
  const staff = await stage.openAs('content-staff', { viewport: DESK });
  const { page } = staff;
  await page.goto('/hoc-lieu/moi');
  await page.getByLabel(t.fields.title).fill('Trang thử');
  await page.getByLabel(t.fields.url).fill('https://vi.wikipedia.org/');
  await page.getByRole('button', { name: t.save }).click();
  await page.getByText(t.missingTitle).waitFor();
  await page.getByRole('button', { name: t.edit }).click();
  await page.getByLabel(vi.names.licence).selectOption('CC BY-SA 4.0');
  await page.getByRole('textbox', { name: vi.names.source }).fill('Wikipedia');
  await page.getByRole('checkbox', { name: library.tracks.stem }).check();
  await page.getByLabel(vi.names.people).selectOption('nobody');
  await page.getByRole('button', { name: t.save }).click();
  await page.getByRole('button', { name: t.submit }).click();
  await page.getByText(t.stateSentences.submitted).waitFor();
  await expectLooksRight(staff, 'desk of a material');
  await staff.context.close();
});

it('a learner says whether it was understood, and may change the word', async () => {
  const learner = await stage.openAs('learner', { viewport: DESK });
  const { page } = learner;
  await page.goto('/thu-vien?loai=link&chu-de=stem');
  await cardOf(learner, 'PhET').click();
  await page.getByText(library.ratings(0, 0)).waitFor();
  await page.getByRole('button', { name: library.notUnderstood }).click();
  await page.getByText(library.ratings(0, 1)).waitFor();
  await page.getByRole('button', { name: library.understood }).click();
  await page.getByText(library.ratings(1, 0)).waitFor();
  await expectLooksRight(learner, 'material');
  await learner.context.close();
});
