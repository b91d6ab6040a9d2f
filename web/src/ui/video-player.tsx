import './video-player.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatSpan } from '../format/dates.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { startPlaying } from './start-playing.ts';

type Playable = {
  readonly title: string;
  readonly durationMs?: number | undefined;
  readonly playlist?: string | undefined;
  readonly poster?: string | undefined;
};

const Picture = ({ asset, playlist }: { asset: Playable; playlist: string }) => {
  const { courses: t } = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!video.current) return undefined;
    return startPlaying(video.current, playlist, () => setFailed(true));
  }, [playlist]);
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: recordings carry no captions yet */}
      <video ref={video} class="video" controls playsInline poster={asset.poster} aria-label={asset.title} />
      {hasFailed && (
        <Notice tone="bad">
          <p>{t.playFailed}</p>
        </Notice>
      )}
    </>
  );
};

/** A recording: picture and length first; the player's script is fetched only when play is pressed. */
export const VideoPlayer = ({ asset }: { asset: Playable }) => {
  const { courses: t } = useMessages();
  const [isOn, setOn] = useState(false);
  const { playlist, poster, title, durationMs } = asset;
  const length = durationMs === undefined ? undefined : formatSpan(durationMs);
  return (
    <figure class="recording">
      {isOn && playlist ? (
        <Picture asset={asset} playlist={playlist} />
      ) : (
        <button
          type="button"
          class="video-start"
          aria-label={[t.play(title), length].filter(Boolean).join(', ')}
          onClick={() => setOn(true)}
        >
          {poster && <img src={poster} alt="" loading="lazy" />}
          <span class="video-play">
            <Icon name="play" size={40} />
          </span>
          {length && <span class="chip chip-sophora video-length number">{length}</span>}
        </button>
      )}
      <figcaption>{title}</figcaption>
    </figure>
  );
};
