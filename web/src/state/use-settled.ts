import { useEffect, useState } from 'preact/hooks';

/** `value` once it has stayed the same for `ms`, so that a search is not sent for every letter. */
export const useSettled = <T>(value: T, ms = 300): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
};
