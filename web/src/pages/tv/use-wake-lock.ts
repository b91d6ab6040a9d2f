import { useEffect } from 'preact/hooks';

/** Keeps the screen awake where the browser can; the lock is lost whenever the page is hidden, so it is taken again. */
export const useWakeLock = (): void => {
  useEffect(() => {
    let lock: { readonly release: () => Promise<void> } | undefined;
    let isOver = false;
    const take = async (): Promise<void> => {
      if (document.hidden || isOver) return;
      const taken = await navigator.wakeLock?.request('screen').catch(() => undefined);
      if (isOver) await taken?.release();
      else lock = taken;
    };
    const again = () => void take();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
};
