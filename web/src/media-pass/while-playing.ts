import type { Problem } from '../api/types.ts';
import { network } from '../state/network.ts';
import { obtainPass } from './media-pass.ts';

/** How often it is looked whether the pass still holds long enough: it is asked for every 35 s then. */
const LOOK_MS = 5_000;

/** For the player's `xhrSetup`: each file is asked for with a pass that holds. While one does, this takes no time. */
export const passBefore = async (_: XMLHttpRequest, url: string): Promise<void> => {
  await obtainPass(new URL(url, location.href).pathname);
};

/** Calls `look` when it begins to play and every few seconds while it does, or is seen. */
const whileWatched = (video: HTMLVideoElement, look: () => void): (() => void) => {
  const lookNow = (): void => {
    if (!video.paused || document.visibilityState === 'visible') look();
  };
  const timer = setInterval(lookNow, LOOK_MS);
  video.addEventListener('play', lookNow);
  return () => {
    clearInterval(timer);
    video.removeEventListener('play', lookNow);
  };
};

/**
 * Keeps the pass to an address fresh for what the browser fetches by itself: a single file, captions, pictures of the
 * seek bar. A player that stands still in a tab that nobody sees asks for nothing. Returns the function that ends it.
 */
export const keepPass = (video: HTMLVideoElement, address: string): (() => void) =>
  whileWatched(video, () => void obtainPass(address));

/**
 * What lies on the device needs no pass, and yet one is asked for while it plays and there is a network: `onRefusal` is
 * told when there is none to be had, since what was withdrawn has to be so here too. Returns the function that ends it.
 */
export const watchKept = (
  video: HTMLVideoElement,
  address: string,
  onRefusal: (refusal: Problem) => void,
): (() => void) => {
  let isOver = false;
  const end = whileWatched(video, async () => {
    const refusal = network.get() ? await obtainPass(address) : undefined;
    if (refusal && !isOver) onRefusal(refusal);
  });
  return () => {
    isOver = true;
    end();
  };
};
