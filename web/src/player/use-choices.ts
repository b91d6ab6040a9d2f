import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { language } from '../messages/language.ts';
import { useStore } from '../state/store.ts';
import { type CaptionSize, firstCaptions, prefer, preferences } from './preferences.ts';
import type { Captions } from './source.ts';

/** Which captions are shown and how large, as it was chosen last on this device. */
export const useCaptionChoice = (captions: readonly Captions[]) => {
  const page = useStore(language);
  const [shown, setShown] = useState(() => firstCaptions(captions, preferences().captions, page));
  const [size, setSize] = useState<CaptionSize>(preferences().size ?? 'middle');
  const show = (wanted: string | undefined): void => {
    setShown(wanted);
    prefer({ captions: wanted ?? 'off' });
  };
  const usual = firstCaptions(captions, undefined, page);
  const resize = (wanted: CaptionSize): void => {
    setSize(wanted);
    prefer({ size: wanted });
  };
  return {
    ...{ shown, size, show, resize },
    toggle: () => show(shown ? undefined : usual),
    /** What is read beside the picture, also while nothing is shown on it. */
    read: shown ?? usual,
  };
};
export type CaptionChoice = ReturnType<typeof useCaptionChoice>;

/** How fast it plays, as it was chosen last on this device. */
export const useSpeed = (video: RefObject<HTMLVideoElement | null>) => {
  const [speed, setSpeed] = useState(preferences().speed ?? 1);
  useEffect(() => {
    if (!video.current) return;
    // Another source begins with the default.
    video.current.defaultPlaybackRate = speed;
    video.current.playbackRate = speed;
  }, [video, speed]);
  const choose = (wanted: number): void => {
    setSpeed(wanted);
    prefer({ speed: wanted });
  };
  return [speed, choose] as const;
};
