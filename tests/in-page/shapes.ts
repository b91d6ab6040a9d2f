/** Whether a person can see it: not hidden, not inside closed details, not cut away as text for screen readers is. */
export const isVisible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return (
    element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1 && !isCutAway(element)
  );
};

const isCutAway = (element: Element | null): boolean =>
  element !== null && (getComputedStyle(element).clipPath !== 'none' || isCutAway(element.parentElement));

/** Short enough to find the element by in a list of faults. */
export const nameOf = (element: Element): string =>
  element.cloneNode(false) instanceof Element
    ? `${(element.cloneNode(false) as Element).outerHTML.slice(0, 90)}${(element.textContent ?? '').trim().slice(0, 40)}`
    : '';

/** Bars that stay in the window while the page scrolls. */
export const fixedBars = (): Element[] =>
  [...document.querySelectorAll('nav, div, footer, aside')].filter(
    (element) => getComputedStyle(element).position === 'fixed' && isVisible(element),
  );

export const overlaps = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right - 1 &&
  other.left < one.right - 1 &&
  one.top < other.bottom - 1 &&
  other.top < one.bottom - 1;
