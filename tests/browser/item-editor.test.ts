import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { accessibilityFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, SMALL_PHONE, shown, type Visit } from '../support/browser-visit.ts';

const t = vi.questionForm;
const { bank, items } = vi;
type Kind = keyof typeof bank.kinds;

const stage = setStage();
let desk: Visit;
let phone: Visit;
let newItem: string;

beforeAll(async () => {
  [desk, phone] = await Promise.all([
    stage.openAs('training-head', { viewport: DESK }),
    stage.openAs('training-head', { viewport: SMALL_PHONE }),
  ]);
  await desk.page.goto('/soan-khoa-hoc');
  await desk.page.locator('a.authoring-row').first().click();
  await shown(desk);
  newItem = `${new URL(desk.page.url()).pathname}/cau-hoi/moi`;
});
afterAll(async () => {
  await desk?.context.close();
  await phone?.context.close();
});

const faults = async ({ page, faults: others }: Visit) => [
  ...(await spillsOf(page)),
  ...(await accessibilityFaults(page)),
  ...others,
];

/** Opens the form at a kind, with what all questions have. */
async function begin({ page }: Visit, kind: Kind, title: string): Promise<void> {
  await page.goto(newItem);
  // What an earlier test left unsaved is in the form again.
  const isResumed = await page.evaluate(() => {
    const drafts = Object.keys(sessionStorage).filter((key) => key.startsWith('hvs.question-draft.'));
    for (const key of drafts) sessionStorage.removeItem(key);
    return drafts.length > 0;
  });
  if (isResumed) await page.reload();
  await page.getByLabel(bank.columns.kind).selectOption(kind);
  await page.getByLabel(bank.columns.name, { exact: true }).fill(title);
  await page.getByLabel(bank.columns.stem, { exact: true }).fill(`Hãy trả lời: ${title}`);
}

const preview = (page: Page) => page.getByRole('region', { name: bank.item.seen });

async function save({ page }: Visit, title: string): Promise<void> {
  await page.getByRole('button', { name: bank.edit.save }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

const fillAnswers = async (page: Page, texts: readonly string[]): Promise<void> => {
  for (const [at, text] of texts.entries())
    await page.getByLabel(bank.edit.answer(at + 1), { exact: true }).fill(text);
};

/** How the key of each kind is filled in, and what the preview shows of it once it is whole. */
type Written = {
  readonly fill: (page: Page) => Promise<void>;
  readonly seen: (page: Page) => ReturnType<Page['locator']>;
};

const WRITTEN: Readonly<Record<Exclude<Kind, 'hot-spot'>, Written>> = {
  'single-choice': {
    fill: (page) => fillAnswers(page, ['Ổ khóa đóng', 'Ổ khóa mở']),
    seen: (page) => preview(page).getByRole('radio', { name: 'Ổ khóa đóng' }),
  },
  'multiple-choice': {
    fill: async (page) => {
      await page.getByLabel(t.scoring.label).selectOption('all-or-nothing');
      await fillAnswers(page, ['Mật khẩu', 'Mã OTP', 'Tên gọi']);
    },
    seen: (page) => preview(page).getByRole('checkbox', { name: 'Mã OTP' }),
  },
  'true-false': {
    fill: async (page) => {
      await page.getByLabel(bank.edit.truth).selectOption('false');
    },
    seen: (page) => preview(page).getByRole('radio', { name: vi.quiz.false }),
  },
  'short-answer': {
    fill: async (page) => {
      await page.getByLabel(t.compare.label).selectOption('folded');
      await fillAnswers(page, ['Căn cước']);
    },
    seen: (page) => preview(page).getByRole('textbox'),
  },
  numeric: {
    fill: async (page) => {
      await page.getByLabel(bank.edit.low(1)).fill('113');
      await page.getByLabel(bank.edit.high(1)).fill('113,5');
      await page.getByLabel(t.otherwise).fill('Số của công an là 113.');
    },
    seen: (page) => preview(page).getByRole('textbox'),
  },
  matching: {
    fill: async (page) => {
      for (const [at, [prompt, choice]] of [
        ['113', 'Công an'],
        ['114', 'Cứu hỏa'],
      ].entries()) {
        await page.getByLabel(bank.edit.prompt(at + 1)).fill(prompt ?? '');
        await page.getByLabel(bank.edit.choice(at + 1)).fill(choice ?? '');
      }
      await page.getByRole('button', { name: t.distractors.add }).click();
      await page.getByLabel(t.distractors.part(1)).and(page.locator('input')).fill('Bưu điện');
    },
    seen: (page) => preview(page).getByRole('combobox').first(),
  },
  ordering: {
    fill: async (page) => {
      for (const [at, text] of ['Đưa thẻ', 'Nhập mã', 'Nhận tiền'].entries())
        await page.getByLabel(bank.edit.entry(at + 1)).fill(text);
    },
    seen: (page) => preview(page).getByText('Nhập mã').first(),
  },
  cloze: {
    fill: async (page) => {
      const text = page.getByLabel(t.cloze.text);
      await text.fill('Khi cháy hãy gọi ');
      await page.getByRole('button', { name: t.cloze.add }).click();
      expect(await text.inputValue()).toBe('Khi cháy hãy gọi [1]');
      const gap = page.getByRole('group', { name: t.cloze.gap('[1]') });
      await gap.getByLabel(t.cloze.kind).selectOption('numeric');
      await gap.getByLabel(bank.edit.low(1)).fill('114');
      await gap.getByLabel(bank.edit.high(1)).fill('114');
    },
    seen: (page) => preview(page).getByLabel(items.gapNo(1)),
  },
  essay: {
    fill: async (page) => {
      await page.getByLabel(t.essay.minWords).fill('20');
      await page.getByRole('button', { name: t.rubric.criteria.add }).click();
      await page.getByLabel(t.rubric.name(1)).fill('Đủ ý');
      await page.getByLabel(t.rubric.words(1)).fill('Nêu đủ ba ý');
    },
    seen: (page) => preview(page).getByText(items.wordsFrom(20)),
  },
  'file-answer': {
    fill: async (page) => {
      await page.getByLabel(t.files.names.sound).check();
      await page.getByRole('button', { name: t.rubric.criteria.add }).click();
      await page.getByLabel(t.rubric.name(1)).fill('Thao tác đúng');
      await page.getByLabel(t.rubric.words(1)).fill('Đủ các bước');
    },
    seen: (page) => preview(page).getByText(items.files.choose),
  },
  'practical-task': {
    fill: async (page) => {
      await page.getByLabel(t.phone.screen).selectOption('payment-form');
      await page.getByLabel(t.phone.text(1)).fill('Ngân hàng Bình Dân');
      await page.getByLabel(t.phone.role(2)).selectOption('amount');
      await page.getByLabel(t.phone.label(2)).fill('Số tiền');
      await page.getByLabel(t.phone.text(2)).fill('500.000 đồng');
      await page.getByLabel(t.phone.text(3)).fill('nganhang.example');
      await page.getByLabel(t.phone.mark(3)).selectOption('right');
    },
    seen: (page) => preview(page).getByRole('button', { name: /nganhang\.example/ }),
  },
};

const KINDS = Object.keys(WRITTEN) as (keyof typeof WRITTEN)[];
describe.each([
  ['at a desk', KINDS],
  ['on the smallest phone with the largest text', ['matching', 'cloze', 'essay', 'practical-task']],
] as const)('the editor %s', (where, kinds) => {
  it.each(kinds)('writes %s, which learners’ own fields show before it is saved', async (kind) => {
    const visit = where === 'at a desk' ? desk : phone;
    const title = `${bank.kinds[kind]} ${where}`;
    const { fill, seen } = WRITTEN[kind];
    await begin(visit, kind, title);
    if (visit === phone) await drawWith(visit.page, { size: '3' });
    await fill(visit.page);
    await seen(visit.page).waitFor();
    expect(await faults(visit)).toEqual([]);
    await save(visit, title);
    await seen(visit.page).waitFor();
    expect(await faults(visit)).toEqual([]);
  });
});

/** A picture of one colour, wide enough to be drawn on. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { name: 'man-hinh.png', mimeType: 'image/png', buffer: PNG };

it('takes a picture on which areas are drawn by mouse, or typed by keyboard, and shows it before it is saved', async () => {
  const { page } = desk;
  const { spots } = t;
  await begin(desk, 'hot-spot', 'Chỗ đáng ngờ trên hình');
  await page.locator('input[type=file]').first().setInputFiles(picture);
  await page.getByLabel(spots.alt).fill('Ảnh chụp màn hình');
  const drawn = page.locator('.drawn-areas img');
  await drawn.waitFor();
  await page.getByRole('button', { name: spots.draw, exact: true }).click();
  await drawn.scrollIntoViewIfNeeded();
  const box = await drawn.boundingBox();
  if (!box) throw new Error('the picture is not drawn');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.up();
  const left = page.getByLabel(spots.sides.left(1));
  expect(await left.inputValue()).toMatch(/^(19|20)(,\d)?$/);
  const right = page.getByLabel(spots.sides.right(1));
  const drawnTo = await right.inputValue();
  await right.fill('5');
  await page.getByText(spots.astray.right).waitFor();
  await page.getByRole('button', { name: spots.rows.add }).press('Enter');
  // Another area leaves what is half typed in this one, and the keyboard where it was.
  expect(await right.inputValue()).toBe('5');
  await page.getByRole('button', { name: bank.edit.save }).press('Enter');
  await eventually(() => focusedName(page)).toBe(spots.sides.right(1));
  await right.fill(drawnTo);
  await page.getByText(spots.astray.right).waitFor({ state: 'detached' });
  await page.getByLabel(spots.sides.left(2)).fill('70');
  await page.getByLabel(spots.sides.right(2)).fill('90');
  await page.getByLabel(spots.mark(2)).selectOption('right');
  expect(await page.getByLabel(spots.picks).inputValue()).toBe('2');
  await preview(page).getByText(items.spots.hint(2)).waitFor();
  expect(await faults(desk)).toEqual([]);
  await save(desk, 'Chỗ đáng ngờ trên hình');
  await preview(page).locator('.spot-picture img').waitFor();
  expect(await faults(desk)).toEqual([]);
});

it('gives a question and its answers pictures, each of which needs words', async () => {
  const { page } = phone;
  const title = 'Biểu tượng ổ khóa';
  await begin(phone, 'single-choice', title);
  await page.getByText(t.media.title).click();
  const files = page.locator('input[type=file]');
  await files.setInputFiles(picture);
  await page.getByLabel(t.media.alt(1)).fill('Ổ khóa trên thanh địa chỉ');
  for (const no of [1, 2]) await page.getByLabel(bank.edit.answer(no), { exact: true }).fill(`Câu ${no}`);
  await preview(page).getByRole('img', { name: 'Ổ khóa trên thanh địa chỉ' }).waitFor();
  expect(await faults(phone)).toEqual([]);
  await save(phone, title);
});

it('keeps what was typed while a file was on its way', async () => {
  const { page } = desk;
  await begin(desk, 'single-choice', 'Gửi tệp lâu');
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/v1/item-banks/*/files', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.getByText(t.media.title).click();
  const asked = page.waitForRequest('**/v1/item-banks/*/files');
  await page.locator('input[type=file]').setInputFiles(picture);
  await asked;
  await page.getByLabel(bank.columns.stem, { exact: true }).fill('Gõ trong lúc chờ tệp');
  await fillAnswers(page, ['Đúng', 'Sai']);
  arrive();
  await page.getByLabel(t.media.alt(1)).waitFor();
  await page.unroute('**/v1/item-banks/*/files');
  expect(await page.getByLabel(bank.columns.stem, { exact: true }).inputValue()).toBe('Gõ trong lúc chờ tệp');
  expect(await page.getByLabel(bank.edit.answer(2), { exact: true }).inputValue()).toBe('Sai');
});

it('has what was written after a reload and after another kind was tried, until it is let go', async () => {
  const { page } = desk;
  await begin(desk, 'matching', 'Viết dở');
  await page.getByLabel(bank.edit.prompt(1)).fill('115');
  await page.getByLabel(bank.columns.kind).selectOption('true-false');
  await page.reload();
  await page.getByText(t.draft.resumed).waitFor();
  expect(await page.getByLabel(bank.columns.name, { exact: true }).inputValue()).toBe('Viết dở');
  await page.getByLabel(bank.columns.kind).selectOption('matching');
  expect(await page.getByLabel(bank.edit.prompt(1)).inputValue()).toBe('115');
  expect(await faults(desk)).toEqual([]);
  await page.getByRole('button', { name: t.draft.drop }).click();
  await page.getByText(t.draft.resumed).waitFor({ state: 'detached' });
  expect(await page.getByLabel(bank.columns.name, { exact: true }).inputValue()).toBe('');
  await page.reload();
  await page.getByLabel(bank.columns.name, { exact: true }).waitFor();
  expect(await page.getByText(t.draft.resumed).count()).toBe(0);
});

it('names a fault of the question at its field, which takes the focus, until it is mended', async () => {
  const { page } = desk;
  await begin(desk, 'ordering', 'Các bước gửi tin');
  for (const no of [1, 2, 3])
    await page.getByLabel(bank.edit.entry(no)).fill(no === 3 ? 'Bấm gửi' : 'Gõ chữ');
  await page.getByRole('button', { name: bank.edit.save }).click();
  const row = page.getByRole('group', { name: bank.edit.part(2), exact: true });
  await row.getByText('Có hai lựa chọn giống nhau.').waitFor();
  await eventually(() => focusedName(page)).toBe(bank.edit.entry(2));
  expect(await spillsOf(page)).toEqual([]);
  await page.getByLabel(bank.edit.entry(2)).fill('Chọn người nhận');
  await row.getByText('Có hai lựa chọn giống nhau.').waitFor({ state: 'detached' });
  await save(desk, 'Các bước gửi tin');
  desk.faults.length = 0;
});

it('is filled in by keyboard alone, and an edit is a next version', async () => {
  const { page } = desk;
  await begin(desk, 'true-false', 'Khóa màn hình');
  await page.getByLabel(bank.edit.truth).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: bank.edit.save }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Khóa màn hình' }).waitFor();
  await page.getByRole('link', { name: bank.edit.edit }).press('Enter');
  await page.getByLabel(bank.columns.stem, { exact: true }).fill('Nên khóa màn hình điện thoại.');
  await page.getByRole('button', { name: bank.edit.save }).press('Enter');
  await page.getByText(bank.item.version(2), { exact: true }).first().waitFor();
});

it('keeps what was written with its part when another goes, and the place of the keyboard with it', async () => {
  const { page } = desk;
  await begin(desk, 'ordering', 'Các bước rút tiền');
  const entry = (no: number) => page.getByLabel(bank.edit.entry(no));
  await page.getByRole('button', { name: bank.edit.add, exact: true }).click();
  for (const [at, text] of ['Đưa thẻ', 'Nhập mã', 'Chọn số tiền', 'Nhận tiền'].entries())
    await entry(at + 1).fill(text);
  const third = await entry(3).elementHandle();
  await page.getByRole('button', { name: bank.edit.remove(2) }).press('Enter');
  expect(await Promise.all([1, 2, 3].map((no) => entry(no).inputValue()))).toEqual([
    'Đưa thẻ',
    'Chọn số tiền',
    'Nhận tiền',
  ]);
  // The field itself has moved up: what was typed into it, and its fault if it had one, are still its own.
  expect(await entry(2).evaluate((field, before) => field === before, third)).toBe(true);
  expect(await focusedName(page)).not.toBe('');
  await page.getByRole('button', { name: bank.edit.add, exact: true }).click();
  expect(await entry(4).inputValue()).toBe('');
  expect(await entry(3).inputValue()).toBe('Nhận tiền');
});
