import { useEffect, useRef } from 'preact/hooks';
import { pressOf } from './remote-keys.ts';

/** The way back of browsers and of remotes without a key for it closes what is open, and leaves the page alone. */
export const useWayBack = (isOpen: boolean, close: () => void): void => {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return undefined;
    history.pushState({ isOpenOnTv: true }, '');
    const leave = () => latest.current();
    addEventListener('popstate', leave);
    return () => {
      removeEventListener('popstate', leave);
      if (history.state?.isOpenOnTv) history.back();
    };
  }, [isOpen]);
};

/** The same for the keys that remotes have for it. */
export const useBackKey = (isOpen: boolean, close: () => void): void => {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (pressOf(event) !== 'back') return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOpen]);
};
