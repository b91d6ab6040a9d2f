import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Captions } from './source.ts';

/** What is said, and when. Seconds from the beginning. */
export type Said = { readonly from: number; readonly to: number; readonly text: string };

const LOADED = 2;

const elementsOf = (video: HTMLVideoElement): readonly HTMLTrackElement[] => [
  ...video.querySelectorAll<HTMLTrackElement>('track[kind="captions"]'),
];

/** The browser has read the file: its cues without the tags that only change their look. */
const saidIn = ({ track }: HTMLTrackElement): readonly Said[] =>
  [...(track.cues ?? [])].map((cue) => ({
    from: cue.startTime,
    to: cue.endTime,
    text: (cue as VTTCue).getCueAsHTML().textContent?.replace(/\s+/g, ' ').trim() ?? '',
  }));

type Wish = {
  /** Nothing is fetched before the recording itself was let through. */
  readonly isOn: boolean;
  /** The language to show on the picture; undefined for none. */
  readonly shown: string | undefined;
  /** The language to read beside it; undefined for none. */
  readonly read: string | undefined;
};

const modeFor = (language: string, { isOn, shown, read }: Wish): TextTrackMode => {
  if (!isOn) return 'disabled';
  if (language === shown) return 'showing';
  return language === read ? 'hidden' : 'disabled';
};

/**
 * Shows one caption track and reads one, which may be the same: only those are fetched. Tracks that a playlist brings
 * along where the browser plays it itself stay off, or every line would stand there twice.
 * Undefined until what is to be read is here; `failed` when its file did not come.
 */
export const useTracks = (
  video: RefObject<HTMLVideoElement | null>,
  captions: readonly Captions[],
  { isOn, shown, read }: Wish,
): readonly Said[] | 'failed' | undefined => {
  const [said, setSaid] = useState<readonly Said[] | 'failed'>();
  const files = captions.map(({ path }) => path).join(' ');
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const stop = new AbortController();
    const arrange = (): void => {
      const own = elementsOf(element);
      for (const { srclang, track } of own) {
        const mode = modeFor(srclang, { isOn, shown, read });
        if (track.mode !== mode) track.mode = mode;
      }
      for (const track of element.textTracks)
        if (track.kind !== 'metadata' && !own.some((one) => one.track === track)) track.mode = 'disabled';
    };
    arrange();
    element.textTracks.addEventListener('addtrack', arrange, { signal: stop.signal });
    const wanted = isOn ? elementsOf(element).find(({ srclang }) => srclang === read) : undefined;
    if (!wanted) setSaid(undefined);
    else if (wanted.readyState === LOADED) setSaid(saidIn(wanted));
    else {
      setSaid(undefined);
      wanted.addEventListener('load', () => setSaid(saidIn(wanted)), { signal: stop.signal });
      wanted.addEventListener('error', () => setSaid('failed'), { signal: stop.signal });
    }
    return () => stop.abort();
  }, [video, files, isOn, shown, read]);
  return said;
};

/** The place of what is being said: the last that has begun, while the next has not. -1 before the first. */
export const saidAt = (said: readonly Said[], seconds: number): number =>
  said.findLastIndex(({ from }) => from <= seconds);
