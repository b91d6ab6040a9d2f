import { isVisible, nameOf } from './shapes.ts';

/** Fingers of sixty years and a phone of five inches: twice what WCAG 2.2 asks (2.5.8). Pixels. */
const LEAST = 48;
/** A link within a sentence is as high as its line (2.5.8 exempts it); lines stand this far apart at least. */
const LEAST_LINE = 24;

const INTERACTIVE = 'a[href], button, input, select, textarea, summary, [role="button"]';

/** What a finger may hit: the element itself, or the label around it. */
const hitArea = (element: Element): DOMRect =>
  (element.matches('input') ? (element.closest('label') ?? element) : element).getBoundingClientRect();

const standsInSentence = (element: Element): boolean =>
  element.matches('a') &&
  getComputedStyle(element).display === 'inline' &&
  (element.parentElement?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0);

/** Everything to press that is smaller than a finger needs. */
export const findSmallTargets = (): string[] =>
  [...document.querySelectorAll(INTERACTIVE)]
    .filter(
      (element) =>
        isVisible(element) ||
        (element.matches('label input') && isVisible(element.closest('label') ?? element)),
    )
    .filter((element) => {
      const { width, height } = hitArea(element);
      const least = standsInSentence(element) ? LEAST_LINE : LEAST;
      return height < least - 0.5 || width < Math.min(least, LEAST) - 0.5;
    })
    .map((element) => {
      const { width, height } = hitArea(element);
      return `${nameOf(element)} is ${Math.round(width)} by ${Math.round(height)} px`;
    });
