import { fixedBars, isVisible, nameOf, overlaps, seenBox } from './shapes.ts';

const SLACK = 1;

const isClipped = (element: Element | null): boolean => {
  if (!element) return false;
  const { overflowX, clipPath } = getComputedStyle(element);
  return overflowX !== 'visible' || clipPath !== 'none' || isClipped(element.parentElement);
};

const sticksOut = (inner: DOMRect, outer: { readonly left: number; readonly right: number }): boolean =>
  inner.left < outer.left - SLACK || inner.right > outer.right + SLACK;

function* texts(): Generator<{
  readonly text: string;
  readonly parent: Element;
  readonly boxes: DOMRectList;
}> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim();
    if (!text || !parent?.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    yield { text, parent, boxes: range.getClientRects() };
  }
}

/** Text that leaves the window or the button, chip or card it stands in, and a page that scrolls sideways. */
const spilledTexts = (): string[] => {
  const spills: string[] = [];
  for (const { text, parent, boxes } of texts()) {
    if (isClipped(parent)) continue;
    const frame = parent.closest('button, .btn, nav a, .chip, .card')?.getBoundingClientRect();
    for (const box of boxes) {
      if (sticksOut(box, { left: 0, right: innerWidth })) spills.push(`"${text}" leaves the window`);
      if (frame && sticksOut(box, frame)) spills.push(`"${text}" leaves its frame`);
    }
  }
  return spills;
};

/**
 * Chips and buttons that reach out of their cell into the next one: a table that scrolls sideways cuts nothing off. A
 * question that is asked there lies over everything, and its buttons are in no cell.
 */
const spilledCells = (): string[] =>
  [...document.querySelectorAll(':is(td, th) :is(.chip, .btn):not(dialog *)')]
    .filter(isVisible)
    .filter((part) => {
      const cell = part.closest('td, th')?.getBoundingClientRect();
      return cell !== undefined && sticksOut(part.getBoundingClientRect(), cell);
    })
    .map((part) => `${nameOf(part)} leaves its cell`);

/** Fixed bars that leave the window, or whose own parts do: the width of the page says nothing about those. */
const spilledBars = (): string[] =>
  fixedBars()
    .flatMap((bar) => [bar, ...bar.querySelectorAll('a, button, span, svg')])
    .filter(isVisible)
    .filter((part) => {
      const box = part.getBoundingClientRect();
      return sticksOut(box, { left: 0, right: innerWidth }) || box.bottom > innerHeight + SLACK;
    })
    .map((part) => `${nameOf(part)} of a fixed bar leaves the window`);

/** At the end of the page, what a bar at the bottom still hides cannot be seen at all. */
const hiddenForGood = (): string[] => {
  const before = scrollY;
  scrollTo(0, document.documentElement.scrollHeight);
  const bars = fixedBars().map((bar) => bar.getBoundingClientRect());
  const hidden = [
    ...document.querySelectorAll('main :is(a, button, input, select, textarea, p, li, h2, img)'),
  ]
    .filter((element) => isVisible(element) && !fixedBars().some((bar) => bar.contains(element)))
    .filter((element) => bars.some((bar) => overlaps(bar, seenBox(element))))
    .map((element) => `${nameOf(element)} stays under a fixed bar`);
  scrollTo(0, before);
  return hidden;
};

export const findSpills = (): string[] => {
  const { scrollWidth } = document.documentElement;
  const sideways = scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : [];
  return [...sideways, ...spilledTexts(), ...spilledCells(), ...spilledBars(), ...hiddenForGood()];
};
