import type { Page } from 'playwright-core';

/** More stops than any page has: who has not arrived by then never will. */
const MOST_PRESSES = 150;

/** What a screen reader would call the element that has the focus, near enough to find it by. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const { activeElement: one } = document;
    if (!one || one === document.body) return '';
    return (one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent ?? '').trim();
  })()`);

/** Whether what has the focus ends below the window or behind a bar that stays at its lower edge. */
export const isFocusHidden = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const one = document.activeElement;
    const { left, width, bottom } = one.getBoundingClientRect();
    const bar = document.elementFromPoint(left + width / 2, bottom - 2)?.closest('.bottom, .action-bar');
    return bottom > innerHeight || Boolean(bar && !bar.contains(one));
  })()`);

/** Goes through a page by Tab, to the last stop before `last`, and says what got the focus without being seen. */
export async function hiddenStops(page: Page, last: string): Promise<string[]> {
  const hidden: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await focusedName(page);
    if (name === last) return hidden;
    if (await isFocusHidden(page)) hidden.push(name);
  }
  throw new Error(`Tab never comes to ${last}.`);
}

/** Presses Tab until something called `name` has the focus, and says after how many presses. */
export async function tabTo(page: Page, name: string | RegExp): Promise<number> {
  const isIt = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  for (let presses = 1; presses <= MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    if (isIt(await focusedName(page))) return presses;
  }
  throw new Error(`Tab never comes to ${name}.`);
}

/** Goes to something by Tab and presses Enter on it. */
export async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

const FOCUSED_KIND = `(() => {
  const one = document.activeElement;
  return one?.closest('fieldset.item') ? (one.type || one.tagName.toLowerCase()) : '';
})()`;

/** Answers the question on the page without knowing: whatever the keys of its kind of field give. */
export async function answerByKeys(page: Page): Promise<void> {
  const keys: Readonly<Record<string, () => Promise<void>>> = {
    radio: () => page.keyboard.press('Space'),
    checkbox: () => page.keyboard.press('Space'),
    text: () => page.keyboard.type('5'),
    'select-one': () => page.keyboard.press('ArrowDown'),
  };
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    const press = keys[await page.evaluate<string>(FOCUSED_KIND)];
    if (press) return press();
  }
  throw new Error('Tab never comes to the fields of the question.');
}
