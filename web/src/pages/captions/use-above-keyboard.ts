import { useEffect, useRef } from 'preact/hooks';

/** Above this somebody has spread two fingers to look closer; phones themselves enlarge a little less. */
const ENLARGED = 1.1;

/**
 * Holds what stays at the top of the window in sight: a phone whose keyboard is open shows only a part of the window, and
 * the top of that is another one. Not so in a page that is enlarged: there it would cover most of what is looked at.
 */
export const useAboveKeyboard = () => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const seen = globalThis.visualViewport;
    if (!seen) return undefined;
    const follow = (): void => {
      const shift = seen.scale < ENLARGED ? seen.offsetTop : 0;
      place.current?.style.setProperty('--keyboard-shift', `${shift}px`);
    };
    seen.addEventListener('resize', follow);
    seen.addEventListener('scroll', follow);
    return () => {
      seen.removeEventListener('resize', follow);
      seen.removeEventListener('scroll', follow);
    };
  }, []);
  return place;
};
