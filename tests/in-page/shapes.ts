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

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** As much of an element as the frames around it leave to be seen: of a list that scrolls, its other lines take no place. */
export const seenBox = (element: Element): Box => {
  let { left, right, top, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'visible' || around === document.documentElement) continue;
    const frame = around.getBoundingClientRect();
    left = Math.max(left, frame.left);
    right = Math.min(right, frame.right);
    top = Math.max(top, frame.top);
    bottom = Math.min(bottom, frame.bottom);
  }
  return { left, right, top, bottom };
};

export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right - 1 &&
  other.left < one.right - 1 &&
  one.top < other.bottom - 1 &&
  other.top < one.bottom - 1;
