import type { Page } from 'playwright-core';
import { vi } from '../../web/src/messages/vi.ts';
import { resizeTo, SMALL_PHONE } from './browser-visit.ts';
import type { QuizPhone } from './quiz-phone.ts';

const { quiz: t } = vi;

/** Starts the attempt on the smallest phone; whichever question the shuffle has put first is shown. */
export async function openOnSmallPhone({ page, path }: QuizPhone): Promise<Page> {
  await resizeTo(page, SMALL_PHONE);
  await page.goto(path);
  await page.getByRole('button', { name: t.start }).click();
  return page;
}

/** Of a quiz of two questions, goes to the one of that stem, wherever the shuffle has put it. */
export async function goTo(page: Page, stem: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: stem });
  const back = page.getByRole('button', { name: t.previous });
  await page.getByRole('heading', { level: 1, name: /\d/ }).first().waitFor();
  if (await heading.isVisible()) return;
  await ((await back.isVisible()) ? back : page.getByRole('button', { name: t.next })).click();
  await heading.waitFor();
}
