import { useRef, useState } from 'preact/hooks';
import { type Held, hold } from './held.ts';

/**
 * Holds what is shown first; `now` is what is to be shown by what is known at the moment, undefined while that is nothing.
 * `turn` shows the newer one.
 */
export const useHeld = <T>(
  now: T | undefined,
  isSame: (a: T, b: T) => boolean,
): Partial<Held<T>> & { readonly turn: () => void } => {
  const held = useRef<Held<T> | undefined>(undefined);
  const [, drawAgain] = useState(0);
  if (now !== undefined) held.current = hold(held.current, now, isSame);
  const turn = () => {
    held.current = undefined;
    drawAgain((before) => before + 1);
  };
  return { ...held.current, turn };
};
