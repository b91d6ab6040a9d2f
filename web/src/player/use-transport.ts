import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Where a recording is and whether it moves. Seconds. */
export type Transport = {
  readonly time: number;
  readonly duration: number;
  /** The recording itself has begun to arrive. */
  readonly hasBegun: boolean;
  readonly isPlaying: boolean;
  /** It would play, but what comes next has not arrived. */
  readonly isWaiting: boolean;
};

const CHANGES = [
  'loadedmetadata',
  'timeupdate',
  'durationchange',
  'play',
  'playing',
  'pause',
  'waiting',
  'seeking',
  'seeked',
  'ended',
  'emptied',
] as const;

const HAVE_METADATA = 1;
const HAVE_FUTURE_DATA = 3;

/** Seconds, by hundredths: a length that was put together of parts lies a hair below the second that was meant. */
export const lengthOf = (duration: number, knownMs: number): number =>
  Math.round(Number.isFinite(duration) ? duration * 100 : knownMs / 10) / 100;

/** What the video element tells of itself; `knownMs` is the duration until it knows. */
export const useTransport = (video: RefObject<HTMLVideoElement | null>, knownMs = 0): Transport => {
  const [transport, setTransport] = useState<Transport>({
    ...{ time: 0, hasBegun: false, isPlaying: false, isWaiting: true },
    duration: knownMs / 1000,
  });
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const look = (): void => {
      const { currentTime, duration, paused, ended, readyState } = element;
      setTransport((before) => ({
        hasBegun: before.hasBegun || readyState >= HAVE_METADATA,
        time: currentTime,
        duration: lengthOf(duration, knownMs),
        isPlaying: !(paused || ended),
        isWaiting: !paused && readyState < HAVE_FUTURE_DATA,
      }));
    };
    for (const change of CHANGES) element.addEventListener(change, look);
    return () => {
      for (const change of CHANGES) element.removeEventListener(change, look);
    };
  }, [video, knownMs]);
  return transport;
};
