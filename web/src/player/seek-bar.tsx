import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatSpan } from '../format/dates.ts';
import { useMessages } from '../messages/use-messages.ts';
import { type Thumb, thumbOf } from './storyboard.ts';

type Props = {
  readonly time: number;
  readonly duration: number;
  readonly storyboard: string | undefined;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly onSeek: (seconds: number) => void;
};

/** The picture at a time, out of the storyboard that the browser reads as a track; it is fetched on the first `look`. */
const useThumbs = (video: RefObject<HTMLVideoElement | null>, storyboard: string | undefined) => {
  const [wanted, setWanted] = useState(false);
  const [, setLoaded] = useState(false);
  const track = useRef<HTMLTrackElement | undefined>(undefined);
  useEffect(() => {
    const element = video.current;
    if (!element || !storyboard || !wanted) return undefined;
    const made = document.createElement('track');
    made.kind = 'metadata';
    made.src = storyboard;
    // Drawn again: whoever rests on the bar is shown the picture when it is there.
    made.addEventListener('load', () => setLoaded(true));
    element.append(made);
    made.track.mode = 'hidden';
    track.current = made;
    return () => {
      made.remove();
      track.current = undefined;
    };
  }, [video, storyboard, wanted]);
  const at = (seconds: number): Thumb | undefined => {
    const cues = [...(track.current?.track.cues ?? [])];
    const cue =
      cues.find(({ startTime, endTime }) => startTime <= seconds && seconds < endTime) ?? cues.at(-1);
    return cue && storyboard ? thumbOf(storyboard, (cue as VTTCue).text) : undefined;
  };
  return { look: () => setWanted(true), at };
};

type PreviewProps = { readonly thumb: Thumb | undefined; readonly seconds: number; readonly share: number };

/** Stays within the bar: the further to the right, the more of it lies left of the place. */
const Preview = ({ thumb, seconds, share }: PreviewProps) => (
  <div
    class="seek-preview"
    style={{ left: `${share * 100}%`, translate: `${-share * 100}% 0` }}
    aria-hidden="true"
  >
    {thumb && (
      <svg
        class="seek-thumb"
        viewBox={`${thumb.x} ${thumb.y} ${thumb.width} ${thumb.height}`}
        width={thumb.width}
        height={thumb.height}
        role="presentation"
      >
        <image href={thumb.picture} />
      </svg>
    )}
    <span class="number">{formatSpan(seconds * 1000)}</span>
  </div>
);

/** Where one is, where to go, and what is seen there. */
export const SeekBar = ({ time, duration, storyboard, video, onSeek }: Props) => {
  const { player: t } = useMessages();
  const thumbs = useThumbs(video, storyboard);
  const [preview, setPreview] = useState<number>();
  const end = Math.max(duration, 0.1);
  const whereIs = ({ clientX, currentTarget }: PointerEvent): number => {
    const { left, width } = (currentTarget as Element).getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - left) / width)) * end;
  };
  const look = (event: PointerEvent): void => {
    thumbs.look();
    setPreview(whereIs(event));
  };
  return (
    <div class="seek" onPointerMove={look} onPointerLeave={() => setPreview(undefined)}>
      {preview !== undefined && (
        <Preview thumb={thumbs.at(preview)} seconds={preview} share={preview / end} />
      )}
      <input
        type="range"
        min={0}
        max={end}
        step="any"
        value={Math.min(time, end)}
        aria-label={t.seek}
        aria-valuetext={t.seekAt(formatSpan(time * 1000), formatSpan(duration * 1000))}
        onFocus={thumbs.look}
        onInput={({ currentTarget }) => {
          const to = Number(currentTarget.value);
          setPreview(to);
          onSeek(to);
        }}
        onBlur={() => setPreview(undefined)}
      />
    </div>
  );
};
