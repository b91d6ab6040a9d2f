import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isTakenBack, type PlayFault } from '../media-pass/play-fault.ts';
import { prefer, preferences } from './preferences.ts';
import { type Conditions, firstChoice, type Playable, qualitiesOf, type Source, sourceOf } from './source.ts';
import { type Playback, type Playing, startPlaying } from './start-playing.ts';

/** Whether we, and not the browser, decide what of a playlist is fetched. */
const choosesParts = (): boolean => 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis;

type Line = Navigator & {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
};

const conditions = (): Conditions => {
  const { saveData, effectiveType } = (navigator as Line).connection ?? {};
  const shortSide = Math.min(screen.width, screen.height);
  return { savesData: saveData === true, shortSide, line: effectiveType };
};

/**
 * Plays a recording in the quality that was chosen, from where it was when something changes: another quality, or a new
 * start after a fault. What is kept on the device (`kept`) is played as it is.
 */
export const usePlayback = (
  video: RefObject<HTMLVideoElement | null>,
  asset: Playable,
  kept: { readonly source: Source; readonly remove: () => void } | undefined,
  from: number,
) => {
  const qualities = kept ? [] : qualitiesOf(asset, choosesParts());
  const [choice, setChoice] = useState(() => firstChoice(qualities, preferences().quality, conditions()));
  const [fault, setFault] = useState<PlayFault>();
  const playing = useRef<Playing | undefined>(undefined);
  const sourceFor = (wanted: string) => kept?.source ?? sourceOf(asset, wanted);
  const [playback, setPlayback] = useState<Playback | undefined>(() => {
    const source = sourceFor(choice);
    return source && { source, from };
  });
  useEffect(() => {
    if (!video.current || !playback) return undefined;
    playing.current = startPlaying(video.current, playback, (found) => {
      setFault(found);
      if (playback.source.isKept && isTakenBack(found)) kept?.remove();
    });
    return playing.current.stop;
  }, [video, playback]);
  const start = (wanted: string): void => {
    const source = sourceFor(wanted);
    setFault(undefined);
    // An element that nothing reached is at zero, whatever place it was to begin at.
    if (source) setPlayback({ source, from: video.current?.currentTime || (playback?.from ?? from) });
  };
  const change = (wanted: string): void => {
    setChoice(wanted);
    const source = sourceFor(wanted);
    const isSameList = source?.kind === 'list' && source.address === playback?.source.address;
    if (isSameList && !fault) playing.current?.choose(source.rendition);
    else start(wanted);
  };
  const choose = (wanted: string): void => {
    prefer({ quality: wanted });
    change(wanted);
  };
  const [smallest] = qualities;
  return {
    ...{ qualities, choice, fault, choose },
    startAgain: () => start(choice),
    /** For this recording now, not for every one to come. Undefined where nothing lighter is to be had. */
    lighter: smallest && smallest.choice !== choice ? () => change(smallest.choice) : undefined,
  };
};
