import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** iPhones show a video alone over the whole screen, with controls of their own. */
type ApplePicture = HTMLVideoElement & { readonly webkitEnterFullscreen?: () => void };

export type Fullscreen = { readonly isOn: boolean; readonly toggle: () => void };

/** The player over the whole screen, with its controls; where that is not to be had, the picture alone. */
export const useFullscreen = (
  whole: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
): Fullscreen => {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const look = (): void => setOn(document.fullscreenElement === whole.current);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [whole]);
  const toggle = (): void => {
    if (document.fullscreenElement) return void document.exitFullscreen();
    if (document.fullscreenEnabled) return void whole.current?.requestFullscreen().catch(() => undefined);
    (video.current as ApplePicture | null)?.webkitEnterFullscreen?.();
  };
  return { isOn, toggle };
};
