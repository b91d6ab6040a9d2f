import { fixedBars, isVisible, nameOf } from './shapes.ts';

const RING_PX = 3;

const hasRing = (element: Element): boolean => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= RING_PX;
};

/** A ring on the element itself, or on the label that stands for it. */
const isRinged = (element: Element): boolean => {
  const label = element.closest('label');
  return hasRing(element) || (label !== null && hasRing(label));
};

/** WCAG 2.2, 2.4.11 asks that not all of it is hidden; here none of it may lie under a bar of another part. */
const isUnderBar = (element: Element): boolean => {
  const box = element.getBoundingClientRect();
  return fixedBars()
    .filter((bar) => !bar.contains(element) && !element.contains(bar))
    .map((bar) => bar.getBoundingClientRect())
    .some((bar) => box.top > bar.top - 1 && box.top < bar.bottom && box.left < bar.right);
};

const steps: Element[] = [];
const faults: string[] = [];

const note = (element: Element): void => {
  const before = steps.at(-1);
  const isTicked = element.matches('input[type=radio]');
  if (!isVisible(element) && !isTicked && !element.matches('label input'))
    faults.push(`${nameOf(element)} has the focus unseen`);
  if (!isRinged(element)) faults.push(`${nameOf(element)} shows no focus`);
  if (isUnderBar(element)) faults.push(`${nameOf(element)} has the focus under a bar`);
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
    faults.push(`the focus goes back from ${nameOf(before)} to ${nameOf(element)}`);
  steps.push(element);
};

/** Begins to follow the focus while somebody presses Tab; answers with how many presses the page should take at most. */
export const followFocus = (): number => {
  steps.length = 0;
  faults.length = 0;
  // Tab goes on from where the focus was last, also after it was taken away: so it is put before everything.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && !steps.includes(target)) note(target);
  });
  return document.querySelectorAll(FOCUSABLE).length + 1;
};

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex="0"], video[controls]';

/** A group of radio buttons takes one press, whichever of them it lands on. */
const isReached = (element: Element): boolean => {
  if (steps.includes(element)) return true;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return false;
  return steps.some((step) => step instanceof HTMLInputElement && step.name === element.name);
};

/** What was wrong on the way, and what was never reached. */
export const focusFaults = (): string[] => [
  ...faults,
  ...[...document.querySelectorAll(FOCUSABLE)]
    .filter((element) => isVisible(element) && !isReached(element))
    .map((element) => `${nameOf(element)} is never reached by Tab`),
];
