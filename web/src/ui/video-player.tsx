import './video-player.css';
import { useState } from 'preact/hooks';
import { useKept } from '../downloads/use-kept.ts';
import { useSaidSize } from '../downloads/use-said-size.ts';
import { usePart } from '../materials/use-part.ts';
import type { Messages } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { PlayerProps } from '../player/player.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';

type Playable = PlayerProps['asset'];

/** How long it takes to watch, in the unit that people would say. */
const lengthOf = (ms: number, { common }: Messages): string =>
  ms < 60_000 ? common.seconds(Math.round(ms / 1000)) : common.minutes(Math.round(ms / 60_000));

/** What one should know before pressing play on a paid line: how long, how much is fetched at most, captions or not. */
const useFacts = ({ durationMs, renditions, captions }: Playable): readonly string[] => {
  const messages = useMessages();
  const { most } = useSaidSize();
  const bytes = Math.max(0, ...(renditions ?? []).map(({ bytes }) => bytes));
  return [
    ...(durationMs === undefined ? [] : [lengthOf(durationMs, messages)]),
    ...(bytes === 0 ? [] : [most(bytes)]),
    ...(captions?.length ? [messages.courses.withCaptions] : []),
  ];
};

type StartProps = { readonly asset: Playable; readonly isBusy: boolean; readonly onStart: () => void };

const Start = ({ asset: { title, poster, ...asset }, isBusy, onStart }: StartProps) => {
  const { courses: t } = useMessages();
  const facts = useFacts({ title, ...asset });
  const isSound = asset.kind === 'audio';
  return (
    <button
      type="button"
      class={isSound ? 'video-start sound-start' : 'video-start'}
      aria-label={[t.play(title), ...facts].join(', ')}
      aria-busy={isBusy}
      onClick={onStart}
    >
      {poster && <img src={poster} alt="" loading="lazy" />}
      <span class="video-play">
        <Icon name={isSound ? 'speak' : 'play'} size={40} />
      </span>
      {facts.length > 0 && <span class="chip chip-sophora video-length">{facts.join(' · ')}</span>}
    </button>
  );
};

/**
 * A recording: picture, length and size first; the player's script is fetched only when play is pressed. It stays with
 * what it began with, the network or the device: another source in the middle would interrupt what plays.
 */
export const VideoPlayer = ({ asset }: { asset: Playable }) => {
  const { courses: t } = useMessages();
  const [isOn, setOn] = useState(false);
  const { part: loaded, again } = usePart(isOn, async () => {
    const { Player, watching } = await import('../viewing/watched-player.ts');
    return { Player, begun: await watching(asset) };
  });
  const kept = useKept(asset);
  const isReady = isOn && loaded !== undefined && loaded !== 'failed';
  return (
    <figure class="recording">
      {isReady ? (
        <loaded.Player {...loaded.begun} asset={asset} kept={kept} />
      ) : (
        <Start
          asset={asset}
          isBusy={isOn && loaded !== 'failed'}
          onStart={loaded === 'failed' ? again : () => setOn(true)}
        />
      )}
      {loaded === 'failed' && (
        <Notice tone="bad">
          <p>{t.playFailed}</p>
          <Button small onClick={again}>
            {t.playAgain}
          </Button>
        </Notice>
      )}
      <figcaption>{asset.title}</figcaption>
    </figure>
  );
};
