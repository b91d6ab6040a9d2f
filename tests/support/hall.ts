import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { setStage } from './browser-stage.ts';
import { TV, type Visit } from './browser-visit.ts';

/** The television of the hall in one test: what stands on its screen, and what has the focus of the remote. */
export type Hall = {
  readonly visit: Visit;
  readonly page: Page;
  readonly open: () => Promise<void>;
  readonly tiles: () => Locator;
  readonly message: () => Promise<string | null>;
  readonly focused: () => Promise<string>;
};

/** A television for each test of a file, in a browser profile that nobody has used. */
export function setHall(): Hall {
  const stage = setStage();
  let visit: Visit;
  beforeEach(async () => {
    visit = await stage.open({ viewport: TV });
  });
  afterEach(() => visit?.context.close());
  const tiles = () => visit.page.getByRole('navigation', { name: vi.tv.choices }).getByRole('button');
  return {
    get visit() {
      return visit;
    },
    get page() {
      return visit.page;
    },
    open: async () => {
      await visit.page.goto('/tv');
      await tiles().filter({ hasText: vi.tv.tiles.courses }).waitFor();
    },
    tiles,
    message: () => visit.page.getByRole('heading', { level: 1 }).textContent(),
    focused: () => visit.page.evaluate<string>('document.activeElement?.textContent ?? ""'),
  };
}

/** Letters smaller than 32 px of a screen 1920 wide, and whatever is cut off or leaves the screen. */
export const misfitsOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const wrong = [];
    const least = 32 * innerWidth / 1920 - 0.1;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const shape = node.parentElement;
      if (!node.textContent.trim() || !shape.checkVisibility() || shape.closest('.unseen')) continue;
      const size = parseFloat(getComputedStyle(shape).fontSize);
      if (size < least) wrong.push(node.textContent + ' has ' + size + ' px');
      const box = shape.getBoundingClientRect();
      if (box.bottom > innerHeight + 1 || box.top < -1) wrong.push(node.textContent + ' leaves the screen');
    }
    for (const box of document.querySelectorAll('.tv-tile, .tv-card, .tv-foot, .tv h1:not(.unseen)'))
      if (box.scrollHeight > box.clientHeight + 2) wrong.push(box.textContent + ' is cut off');
    return wrong;
  })()`);
