import { obtainPass } from './media-pass.ts';

/** How often it is looked whether the pass still holds long enough: it is asked for every 35 s then. */
const LOOK_MS = 5_000;

/** For the player's `xhrSetup`: each file is asked for with a pass that holds. While one does, this takes no time. */
export const passBefore = async (_: XMLHttpRequest, url: string): Promise<void> => {
  await obtainPass(new URL(url, location.href).pathname);
};

/**
 * Keeps the pass to an address fresh for what the browser fetches by itself: a single file, captions, pictures of the
 * seek bar. A player that stands still in a tab that nobody sees asks for nothing. Returns the function that ends it.
 */
export const keepPass = (video: HTMLVideoElement, address: string): (() => void) => {
  const renew = (): void => {
    if (!video.paused || document.visibilityState === 'visible') void obtainPass(address);
  };
  const timer = setInterval(renew, LOOK_MS);
  video.addEventListener('play', renew);
  return () => {
    clearInterval(timer);
    video.removeEventListener('play', renew);
  };
};
