import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page is asked about itself; no import reaches there, and the site's policy lets no script in by a tag. */
const LOOKING = buildSync({
  entryPoints: [path.resolve(import.meta.dirname, '../in-page/index.ts')],
  bundle: true,
  write: false,
  format: 'iife',
}).outputFiles[0]?.text;

async function prepare(page: Page): Promise<void> {
  const isThere = await page.evaluate<boolean>('typeof globalThis.looking === "object"');
  if (!isThere) await page.evaluate(`${LOOKING};undefined`);
}

/** Half a megabyte to be read by the browser, so it is given only to a page that asks for it. */
async function prepareAxe(page: Page): Promise<void> {
  const isThere = await page.evaluate<boolean>('typeof globalThis.axe === "object"');
  if (!isThere) await page.evaluate(`${AXE};undefined`);
}

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
};

async function runAxe(page: Page, rules: object): Promise<readonly string[]> {
  await prepareAxe(page);
  const options = { resultTypes: ['violations'], elementRef: false, ...rules };
  const { violations } = await page.evaluate<AxeResult>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What axe objects to, one line per element: WCAG 2.0 to 2.2, A and AA, and its best practices. */
export const accessibilityFaults = (page: Page): Promise<readonly string[]> =>
  runAxe(page, { rules: { 'target-size': { enabled: true } } });

/** Letters that stand too close to their ground; 7:1, as high contrast promises. */
export const contrastFaults = (page: Page): Promise<readonly string[]> =>
  runAxe(page, { runOnly: ['color-contrast', 'color-contrast-enhanced'] });

/** Text out of its place, targets too small, parts of the frame amiss, at the present width. */
export async function shapeFaults(page: Page): Promise<readonly string[]> {
  await prepare(page);
  return page.evaluate<string[]>('looking.faults()');
}

/** Text out of its place alone, where targets are not for fingers. */
export async function spillsOf(page: Page): Promise<readonly string[]> {
  await prepare(page);
  return page.evaluate<string[]>('looking.spills()');
}

/** Goes through the whole page by Tab: what is skipped, goes backwards, shows no ring or hides under a bar. */
export async function focusFaults(page: Page): Promise<readonly string[]> {
  await prepare(page);
  const presses = await page.evaluate<number>('looking.followFocus()');
  for (let press = 0; press < presses; press += 1) await page.keyboard.press('Tab');
  return page.evaluate<string[]>('looking.focusFaults()');
}

/** Words of a program where a person's should stand: missing messages, and codes that no message was found for. */
export async function untranslated(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate<string>(`
    document.title + '\\n' + document.body.innerText + '\\n' +
    [...document.querySelectorAll('[aria-label],[alt],[placeholder]')]
      .map((one) => one.ariaLabel + ' ' + (one.alt ?? '') + ' ' + (one.placeholder ?? '')).join('\\n')
      .replaceAll('null', '')`);
  const program =
    /undefined|\bnull\b|\bNaN\b|\[object|=>|\b(?:common|courses|home|quiz|media|people|campaigns|overview|authoring|competences|account|tv)\.\w+/g;
  return said.match(program) ?? [];
}

/** Draws the page as somebody chose in the panel of text size and contrast, without the presses. */
export const drawWith = (
  page: Page,
  look: { readonly size?: '1' | '2' | '3'; readonly contrast?: 'normal' | 'more' },
): Promise<void> => page.evaluate(`Object.assign(document.documentElement.dataset, ${JSON.stringify(look)})`);

/** Does something while letters, words, lines and paragraphs stand as far apart as readers may set them (WCAG 1.4.12). */
export async function withSpacing<T>(page: Page, work: () => Promise<T>): Promise<T> {
  await prepare(page);
  await page.evaluate('looking.spread(true)');
  const result = await work();
  await page.evaluate('looking.spread(false)');
  return result;
}
