import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { createStore } from './store.ts';

/** How many fields hold what somebody typed or chose and that would be gone if the page were loaded anew. */
export const unfinishedFields = createStore(0);

/** Counts a field that holds unfinished work, until the returned function is called. */
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

/** How many times the form around a field was sent; undefined outside of forms, where a choice only changes the view. */
export const FormTurn = createContext<number | undefined>(undefined);

type Choice = { readonly value: string; readonly turn: number | undefined };

/** Whether a list or a tick holds a choice that somebody made, other than what it began with, in a form not sent since. */
export const isUnfinishedChoice = (
  now: Choice,
  { first, made }: { readonly first: string; readonly made: Choice | undefined },
): boolean =>
  now.turn !== undefined && made?.turn === now.turn && made.value === now.value && now.value !== first;

/**
 * The same as `useUnfinished` for a list or a tick, which always holds something: it counts from the choice until the
 * form is sent, since forms keep such choices for the next one to be entered.
 */
export const useUnfinishedChoice = (value: string): ((chosen: string) => void) => {
  const turn = useContext(FormTurn);
  const [first] = useState(value);
  const [made, setMade] = useState<Choice>();
  const isUnfinished = isUnfinishedChoice({ value, turn }, { first, made });
  useEffect(() => (isUnfinished ? beginUnfinished() : undefined), [isUnfinished]);
  return (chosen) => setMade({ value: chosen, turn });
};
