import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { demoItems } from '../../local/demo/content.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { accessibilityFaults, contrastFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { resizeTo, SMALL_PHONE } from '../support/browser-visit.ts';
import { openQuizSite, QuizPhone, type QuizSite } from '../support/quiz-phone.ts';

const { quiz: t, items: w } = vi;
const questions = demoItems('practice/nhan-ra-lua-dao.json');

let quiz: QuizSite;
let phone: QuizPhone;

beforeAll(async () => {
  quiz = await openQuizSite(2, questions);
});
afterEach(() => phone?.close());
afterAll(() => quiz?.stop());

/** Waits for question `no`, and for what it is answered with, whose script may still be on its way. */
async function isReady(page: Page, no: number): Promise<void> {
  await page.getByRole('heading', { level: 1, name: t.of(no, questions.length) }).waitFor();
  await page.locator('.phone, .ordering, .cloze, textarea').first().waitFor();
}

const press = async (what: Locator, key: string): Promise<void> => {
  await what.focus();
  await what.press(key);
};

/** What somebody does by keyboard alone; each looks for what its kind is answered with. */
const answering: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '.phone': async (page) => {
    const parts = page.locator('.phone').getByRole('button');
    await press(parts.last(), 'Space');
    expect(await parts.last().getAttribute('aria-pressed')).toBe('true');
    // Pressed again it is taken back; of steps only one is taken.
    await press(parts.last(), 'Enter');
    expect(await parts.last().getAttribute('aria-pressed')).toBe('false');
    await press(parts.last(), 'Space');
  },
  '.ordering': async (page) => {
    const first = page.locator('.ordering li').first();
    const text = (await first.locator('.entry-text').textContent()) ?? '';
    const down = page.getByRole('button', { name: w.moveDown(text) });
    await press(down, 'Enter');
    await page
      .getByRole('status')
      .filter({ hasText: w.movedTo(text, 2, 4) })
      .waitFor({ state: 'attached' });
    expect(await page.locator('.ordering li').nth(1).textContent()).toContain(text);
    // The focus has gone along, so that it can be moved on.
    const focused = await page.evaluate<string>('document.activeElement.ariaLabel');
    expect(focused).toBe(w.moveDown(text));
  },
  '.cloze': async (page) => {
    await page.getByRole('textbox', { name: w.gapNo(1) }).fill('ma OTP');
    await page.getByRole('combobox', { name: w.gapNo(2) }).selectOption({ label: 'tắt máy' });
    await page.getByRole('textbox', { name: w.gapNo(3) }).fill('113');
  },
  textarea: async (page) => {
    const text = page.getByRole('textbox', { name: t.yourAnswer });
    await text.pressSequentially('Đừng vội');
    await text.press('Enter');
    await text.pressSequentially('Hỏi con cháu');
    expect(await text.inputValue()).toBe('Đừng vội\nHỏi con cháu');
    await page.getByText(w.wordCount(5)).waitFor();
  },
};

/** Answers every question in turn; `look` sees each before it is answered. */
async function answerAll(page: Page, look?: (kind: string) => Promise<void>): Promise<Set<string>> {
  const met = new Set<string>();
  for (let no = 1; no <= questions.length; no += 1) {
    await isReady(page, no);
    for (const [kind, answer] of Object.entries(answering)) {
      if ((await page.locator(kind).count()) === 0) continue;
      met.add(kind);
      await look?.(kind);
      await answer(page);
    }
    await page.getByText(t.savedThere).waitFor();
    await page.getByRole('button', { name: no < questions.length ? t.next : t.toEnd }).press('Enter');
  }
  return met;
}

it('asks every kind of question on the smallest phone, to be answered by keyboard, and waits for a teacher', async () => {
  phone = await QuizPhone.open(quiz);
  const { page } = phone;
  await resizeTo(page, SMALL_PHONE);
  await page.goto(phone.path);
  await page.getByRole('button', { name: t.start }).click();
  const met = await answerAll(page, async (kind) => {
    expect(await spillsOf(page), kind).toEqual([]);
    expect(await accessibilityFaults(page), kind).toEqual([]);
    await drawWith(page, { size: '3', contrast: 'more' });
    expect(await spillsOf(page), `${kind}, large`).toEqual([]);
    expect(await contrastFaults(page), `${kind}, high contrast`).toEqual([]);
    await drawWith(page, { size: '1', contrast: 'normal' });
  });
  expect([...met].sort()).toEqual(Object.keys(answering).sort());
  await page.getByRole('heading', { name: t.allAnswered }).waitFor();
  await page.getByRole('button', { name: t.submit, exact: true }).press('Enter');
  await page.getByText(t.provisional).waitFor();
  await page.getByText(t.waits).waitFor();
  // What waits is no question done wrong, and no attempt is spent before its points are there.
  await page.getByText(new RegExp(`trong ${questions.length - 1} câu đã chấm$`)).waitFor();
  expect(await page.locator('.result .btn:not(.btn-quiet)').allTextContents()).toEqual([t.toCourse]);
  await page.getByText('Ngân hàng không bao giờ hỏi [ma OTP] của bạn.').first().waitFor();
});

it('goes on with every kind of answer without a network', async () => {
  phone = await QuizPhone.open(quiz);
  const { page, visit } = phone;
  await page.goto(phone.path);
  await page.getByRole('button', { name: t.start }).click();
  await isReady(page, 1);
  await visit.context.setOffline(true);
  await page.reload();
  for (let no = 1; no <= questions.length; no += 1) {
    await isReady(page, no);
    for (const [kind, answer] of Object.entries(answering))
      if ((await page.locator(kind).count()) > 0) await answer(page);
    await page.getByText(t.savedHere).waitFor();
    if (no < questions.length) await phone.next();
  }
  await visit.context.setOffline(false);
  await page.getByText(t.savedThere).waitFor();
});
