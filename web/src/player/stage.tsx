import type { RefObject } from 'preact';
import { isSoundAlone } from '../downloads/playlist.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Captions, Playable } from './source.ts';
import type { usePlayback } from './use-playback.ts';
import type { Transport } from './use-transport.ts';

type Props = {
  readonly asset: Playable;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly captions: readonly Captions[];
  readonly transport: Transport;
  readonly playback: ReturnType<typeof usePlayback>;
  readonly onPress: () => void;
};

/** The picture, and in a word why it stands still or is none. */
export const Stage = ({ asset, video, captions, transport, playback, onPress }: Props) => {
  const { player: t } = useMessages();
  return (
    <div class="player-stage">
      {/* biome-ignore lint/a11y/useMediaCaption: those that there are, as many as there are */}
      <video
        ref={video}
        class={
          asset.kind === 'audio' ? `video video-sound${captions.length > 0 ? '' : ' video-bare'}` : 'video'
        }
        playsInline
        poster={asset.poster}
        aria-label={asset.title}
        onClick={onPress}
      >
        {captions.map(({ language, label, path }) => (
          <track key={path} kind="captions" srclang={language} label={label} src={path} />
        ))}
      </video>
      {isSoundAlone(playback.choice) && asset.kind !== 'audio' && (
        <p class="chip chip-sophora player-sound">{t.onlySound}</p>
      )}
      {transport.isWaiting && !playback.fault && <p class="chip player-waiting">{t.waiting}</p>}
    </div>
  );
};
