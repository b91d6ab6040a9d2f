import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Material, standingOf } from './standing.ts';

/** Without a way in between: whoever wants no motion gets none, and the next press meets a page that stands still. */
const lead = (place: HTMLElement | null, block: ScrollLogicalPosition): void => {
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block });
};

/**
 * Leads to what came of a press, which on a phone is a screen away from the button: to where the material stands now, and
 * from a draft that was saved on to what is done with it next.
 */
export const useResult = (acts: number, material: Material) => {
  const status = useRef<HTMLParagraphElement>(null);
  const work = useRef<HTMLDivElement>(null);
  const isDraft = standingOf(material) === 'draft';
  useLayoutEffect(() => {
    if (acts === 0) return;
    if (isDraft) lead(work.current, 'start');
    else lead(status.current, 'nearest');
  }, [acts]);
  return { status, work };
};
