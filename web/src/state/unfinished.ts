import { useEffect, useState } from 'preact/hooks';
import { createStore } from './store.ts';

/** How many fields hold words that somebody typed and that would be gone if the page were loaded anew. */
export const unfinishedFields = createStore(0);

/** Counts a field that holds typed words, until the returned function is called. */
export const beginUnfinished = (): (() => void) => {
  let isCounted = true;
  unfinishedFields.set(unfinishedFields.get() + 1);
  return () => {
    if (!isCounted) return;
    isCounted = false;
    unfinishedFields.set(unfinishedFields.get() - 1);
  };
};

/**
 * Counts the field that calls it while it still shows what was typed into it; the returned function notes the typing.
 * A form that empties its fields after it was sent, or that leaves the page, holds nothing back any more.
 */
export const useUnfinished = (value: string): ((typed: string) => void) => {
  const [typed, setTyped] = useState('');
  const isUnfinished = typed !== '' && typed === value;
  useEffect(() => (isUnfinished ? beginUnfinished() : undefined), [isUnfinished]);
  return setTyped;
};
