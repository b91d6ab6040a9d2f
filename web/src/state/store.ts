import { useLayoutEffect, useState } from 'preact/hooks';

export type Store<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly listen: (listener: () => void) => () => void;
};

/** A value that pages can follow. */
export const createStore = <T>(initial: T): Store<T> => {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The store's value; the component is drawn again when it changes. */
export const useStore = <T>(store: Store<T>): T => {
  const [value, setValue] = useState(store.get);
  // Before the page is painted: what a page sets as it begins (the way back at the top) moves nothing then.
  useLayoutEffect(() => {
    const follow = () => setValue(() => store.get());
    follow();
    return store.listen(follow);
  }, [store]);
  return value;
};
