import { useEffect, useRef } from 'preact/hooks';

/**
 * What the last render was given, for work that ends long after it began: what was typed meanwhile counts. Undefined
 * once the part is gone, so that late work does not bring it back.
 */
export const useLatest = <T>(value: T): { readonly current: T | undefined } => {
  const latest = useRef<T | undefined>(value);
  latest.current = value;
  useEffect(
    () => () => {
      latest.current = undefined;
    },
    [],
  );
  return latest;
};
