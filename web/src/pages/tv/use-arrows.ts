import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

const PRESSED = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** As much of the screen as one press moves on: the last lines before it are still there to go on from. */
const SHARE = 0.6;

const ACROSS: readonly string[] = ['ArrowLeft', 'ArrowRight'];
const FIELD = 'input, select, textarea, [contenteditable]';

/**
 * What has the focus answers to these arrows itself: the caret or the choice of a field, an enlarged page that is wider
 * than its frame. Up and down always lead on, or a remote would never leave a field that counts by them.
 */
const answersItself = (one: Element, key: string): boolean => {
  if (!ACROSS.includes(key)) return false;
  return (
    one.matches(FIELD) || (one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX !== 'visible')
  );
};

/** What comes next that can be pressed, before or after what has the focus now. */
const nextTo = (place: Element, from: Element | null, by: 1 | -1): HTMLElement | undefined => {
  const all = [...place.querySelectorAll<HTMLElement>(PRESSED)].filter((one) => one.checkVisibility());
  const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const isInside = from !== null && from !== place && place.contains(from);
  const there = isInside ? all.filter((one) => from.compareDocumentPosition(one) & side) : all;
  return there.at(by > 0 ? 0 : -1);
};

/** Which way a press leads; undefined where it is not for what this goes through. */
const wayOf = ({ key, defaultPrevented, ctrlKey, altKey, metaKey }: KeyboardEvent): 1 | -1 | undefined => {
  if (defaultPrevented || ctrlKey || altKey || metaKey) return undefined;
  const { activeElement } = document;
  return activeElement && answersItself(activeElement, key) ? undefined : STEPS[key];
};

const go = (place: Element, by: 1 | -1): void => {
  const next = nextTo(place, document.activeElement, by);
  const box = next?.getBoundingClientRect();
  if (box && box.top < place.clientHeight && box.bottom > 0) next?.focus();
  else place.scrollBy(0, by * place.clientHeight * SHARE);
};

/** A remote has arrows and no Tab: they lead to what can be pressed once it is in sight, and move what is read till then. */
export const useArrows = (place: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const by = wayOf(event);
      if (!by || !place.current) return;
      event.preventDefault();
      go(place.current, by);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [place]);
};
