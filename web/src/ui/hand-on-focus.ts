/** Parts of a page that can hold the focus for something within them: a reader hears their name and goes on from there. */
const PLACES = 'section, main, [tabindex="-1"]';
const ROWS = 'li, tr, [data-row]';
const CONTROLS = 'button, a[href], input, select, textarea, summary';

const controlsOf = (row: Element | null): readonly HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>(CONTROLS) ?? []),
];

/** What stands in the next row, or else in the one before, where `element` stands in its own. */
const besides = (element: HTMLElement, row: Element): readonly HTMLElement[] => {
  const at = controlsOf(row).indexOf(element);
  return [row.nextElementSibling, row.previousElementSibling].flatMap((beside) => {
    const controls = controlsOf(beside);
    return controls[at] ?? controls.at(-1) ?? [];
  });
};

const placesAround = (element: HTMLElement): readonly HTMLElement[] => {
  const places: HTMLElement[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) if (at.matches(PLACES)) places.push(at);
  return places;
};

const focusOn = (place: HTMLElement): void => {
  if (!place.matches(CONTROLS)) place.tabIndex = -1;
  place.focus({ preventScroll: true });
};

/**
 * Keeps the place of keyboard and screen reader when `element` leaves the page while it has the focus. A row that goes
 * leaves it to the row beside, and the last one to the heading above; otherwise the nearest part around that stays gets
 * it. Call it before the element is taken away; browsers would begin again at the top.
 */
export const handOnFocus = (element: HTMLElement | null): void => {
  if (!element?.contains(document.activeElement)) return;
  const row = element.closest(ROWS);
  const nextRow = row ? besides(element, row) : [];
  const places = placesAround(element);
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    const isRowGone = row !== null && !row.isConnected;
    const beside = isRowGone ? nextRow.find(({ isConnected }) => isConnected) : undefined;
    const place = places.find(({ isConnected }) => isConnected);
    const heading = isRowGone ? place?.querySelector<HTMLElement>('h1, h2, h3') : undefined;
    const next = beside ?? heading ?? place;
    if (next) focusOn(next);
  });
};
