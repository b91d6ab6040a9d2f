import './video-player.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSource } from '../downloads/use-source.ts';
import { formatMegabytes } from '../format/numbers.ts';
import { language, type Messages } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useStore } from '../state/store.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { type Playback, startPlaying } from './start-playing.ts';

type Playable = {
  readonly assetId?: string;
  readonly title: string;
  readonly durationMs?: number | undefined;
  readonly playlist?: string | undefined;
  readonly poster?: string | undefined;
  readonly renditions?: readonly { readonly bytes: number }[];
};

/** How long it takes to watch, in the unit that people would say. */
const lengthOf = (ms: number, { common }: Messages): string =>
  ms < 60_000 ? common.seconds(Math.round(ms / 1000)) : common.minutes(Math.round(ms / 60_000));

/** What one should know before pressing play on a paid line: how long, and how much is fetched at most. */
const useFacts = ({ durationMs, renditions }: Playable): readonly string[] => {
  const messages = useMessages();
  const shown = useStore(language);
  const most = Math.max(0, ...(renditions ?? []).map(({ bytes }) => bytes));
  return [
    ...(durationMs === undefined ? [] : [lengthOf(durationMs, messages)]),
    ...(most === 0 ? [] : [messages.common.mostMegabytes(formatMegabytes(most, shown))]),
  ];
};

/** Stays with the source it began with until it fails: another one in the middle would interrupt what plays. */
const Picture = ({ asset, playlist }: { asset: Playable; playlist: string }) => {
  const { courses: t } = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const [playback, setPlayback] = useState<Playback>({ playlist, from: 0 });
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!video.current) return undefined;
    return startPlaying(video.current, playback, () => setFailed(true));
  }, [playback]);
  const playAgain = (): void => {
    setFailed(false);
    setPlayback({ playlist, from: video.current?.currentTime ?? 0 });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: recordings carry no captions yet */}
      <video ref={video} class="video" controls playsInline poster={asset.poster} aria-label={asset.title} />
      {hasFailed && (
        <Notice tone="bad">
          <p>{t.playFailed}</p>
          <Button small onClick={playAgain}>
            {t.playAgain}
          </Button>
        </Notice>
      )}
    </>
  );
};

/** A recording: picture, length and size first; the player's script is fetched only when play is pressed. */
export const VideoPlayer = ({ asset }: { asset: Playable }) => {
  const { courses: t } = useMessages();
  const [isOn, setOn] = useState(false);
  const { poster, title } = asset;
  const source = useSource(asset);
  const facts = useFacts(asset);
  return (
    <figure class="recording">
      {isOn && source ? (
        <Picture asset={asset} playlist={source} />
      ) : (
        <button
          type="button"
          class="video-start"
          aria-label={[t.play(title), ...facts].join(', ')}
          onClick={() => setOn(true)}
        >
          {poster && <img src={poster} alt="" loading="lazy" />}
          <span class="video-play">
            <Icon name="play" size={40} />
          </span>
          {facts.length > 0 && <span class="chip chip-sophora video-length">{facts.join(' · ')}</span>}
        </button>
      )}
      <figcaption>{title}</figcaption>
    </figure>
  );
};
