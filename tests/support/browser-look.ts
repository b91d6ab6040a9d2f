import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Shape = {
  readonly textContent: string | null;
  readonly parentElement: Shape | null;
  readonly getBoundingClientRect: () => Box;
  readonly closest: (selector: string) => Shape | null;
  /** False inside closed details, too. */
  readonly checkVisibility: () => boolean;
};
/** As much of a browser's globals as the function below uses; it runs in the page, where no import reaches. */
type InPage = {
  readonly innerWidth: number;
  readonly getComputedStyle: (shape: Shape) => { readonly overflowX: string; readonly clipPath: string };
  readonly document: {
    readonly body: Shape;
    readonly documentElement: { readonly scrollWidth: number };
    readonly createTreeWalker: (
      root: Shape,
      what: number,
    ) => { readonly nextNode: () => Pick<Shape, 'textContent' | 'parentElement'> | null };
    readonly createRange: () => {
      readonly selectNodeContents: (node: object) => void;
      readonly getClientRects: () => Iterable<Box>;
    };
  };
};

/** Runs in the page: every piece of text that leaves the window or the button it stands in, and a page that scrolls sideways. */
const findSpills = (): string[] => {
  const { document, innerWidth, getComputedStyle } = globalThis as unknown as InPage;
  const SLACK = 1;
  const spills: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) spills.push(`the page is ${scrollWidth} px wide`);
  const isClipped = (shape: Shape | null): boolean => {
    if (!shape) return false;
    const { overflowX, clipPath } = getComputedStyle(shape);
    return overflowX !== 'visible' || clipPath !== 'none' || isClipped(shape.parentElement);
  };
  const sticksOut = (inner: Box, outer: { left: number; right: number }) =>
    inner.left < outer.left - SLACK || inner.right > outer.right + SLACK;
  const texts = document.createTreeWalker(document.body, 4);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim();
    if (!text || !parent?.checkVisibility() || isClipped(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const holder = parent.closest('button, .btn, nav a, .chip, .card')?.getBoundingClientRect();
    for (const box of range.getClientRects()) {
      if (sticksOut(box, { left: 0, right: innerWidth })) spills.push(`"${text}" leaves the window`);
      if (holder && sticksOut(box, holder)) spills.push(`"${text}" leaves its frame`);
    }
  }
  return spills;
};

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
};

/** What axe objects to, one line per element. The policy of the site lets no script in by a tag, so the source is evaluated. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate<boolean>('typeof globalThis.axe === "object"');
  if (!isThere) await page.evaluate(`${AXE};undefined`);
  const { violations } = await page.evaluate<AxeResult>(
    'axe.run(document, { resultTypes: ["violations"], elementRef: false })',
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Text that leaves the window or its button at the present width. */
export const spillsOf = (page: Page): Promise<string[]> => page.evaluate(findSpills);

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
