import { useEffect, useState } from 'preact/hooks';

/**
 * False for a component's first picture, true once that was painted: for what stands below the first screen and takes a
 * slow phone long to draw, so that what is looked at first need not wait for it.
 */
export const usePainted = (): boolean => {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
};
