import { useEffect, useState } from 'preact/hooks';
import { alone } from './alone.ts';

/**
 * Whether this tab alone is at work on `name`, for as long as the component stands: undefined until that is known, false
 * while another tab of the browser has it, and true as soon as that one has left it.
 */
export const useOnlyTab = (name: string): boolean | undefined => {
  const [isMine, setMine] = useState<boolean>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const hold = (): Promise<void> => {
      setMine(true);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    alone(navigator.locks, name, { signal, onWait: () => setMine(false) }, hold).catch(() => undefined);
    return () => leaving.abort();
  }, [name]);
  return isMine;
};
