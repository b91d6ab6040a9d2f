/** Parts of a page that can hold the focus for something within them: a reader hears their name and goes on from there. */
const PLACES = 'section, main, [tabindex="-1"]';

/**
 * Keeps the place of keyboard and screen reader when `element` leaves the page while it has the focus: the nearest part
 * around it that stays gets it. Call it before the element is taken away; browsers would begin again at the top.
 */
export const handOnFocus = (element: HTMLElement | null): void => {
  if (!element?.contains(document.activeElement)) return;
  const places: HTMLElement[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) if (at.matches(PLACES)) places.push(at);
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    const place = places.find(({ isConnected }) => isConnected);
    if (!place) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
};
