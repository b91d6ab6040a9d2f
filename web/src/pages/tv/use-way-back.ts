import { useEffect, useRef } from 'preact/hooks';
import { pressOf } from './remote-keys.ts';

/** Set while the browser is on its way back to the page that was opened from: it says so only when it has arrived. */
let returning: Promise<void> | undefined;

const goBack = (): void => {
  returning = new Promise((arrived) => {
    const arrive = () => {
      removeEventListener('popstate', arrive);
      returning = undefined;
      arrived();
    };
    addEventListener('popstate', arrive);
  });
  history.back();
};

/**
 * The way back of browsers and of remotes without a key for it closes what is open, and leaves the page alone. What is
 * opened while the browser is still on its way from the last time waits for it: that arrival must not close it.
 */
export const useWayBack = (isOpen: boolean, close: () => void): void => {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = () => latest.current();
    let isLeft = false;
    const enter = () => {
      if (isLeft) return;
      history.pushState({ isOpenOnTv: true }, '');
      addEventListener('popstate', leave);
    };
    if (returning) void returning.then(enter);
    else enter();
    return () => {
      isLeft = true;
      removeEventListener('popstate', leave);
      if (history.state?.isOpenOnTv && !returning) goBack();
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
