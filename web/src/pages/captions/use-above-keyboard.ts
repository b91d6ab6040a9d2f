import { useEffect, useRef } from 'preact/hooks';

/**
 * Holds what stays at the top of the window in sight: a phone whose keyboard is open shows only a part of the window, and
 * the top of that is another one.
 */
export const useAboveKeyboard = () => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const seen = globalThis.visualViewport;
    if (!seen) return undefined;
    const follow = (): void => place.current?.style.setProperty('--keyboard-shift', `${seen.offsetTop}px`);
    seen.addEventListener('resize', follow);
    seen.addEventListener('scroll', follow);
    return () => {
      seen.removeEventListener('resize', follow);
      seen.removeEventListener('scroll', follow);
    };
  }, []);
  return place;
};
