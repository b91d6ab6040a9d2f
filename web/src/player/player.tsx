import './player.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { bringWords } from '../messages/language.ts';
import { player as words } from '../messages/vi/player.ts';
import { Controls, type Panel } from './controls.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { type Command, commandOf, obey, speedAfter } from './keys.ts';
import { Panels } from './panels.tsx';
import { playAlone } from './play-alone.ts';
import { SeekBar } from './seek-bar.tsx';
import type { Captions, Playable, Source } from './source.ts';
import { Stage } from './stage.tsx';
import { Transcript } from './transcript.tsx';
import { useCaptionChoice, useSpeed } from './use-choices.ts';
import { useFullscreen } from './use-fullscreen.ts';
import { usePlayback } from './use-playback.ts';
import { useTracks } from './use-tracks.ts';
import { useTransport } from './use-transport.ts';

bringWords({ player: words });

export type PlayerProps = {
  readonly asset: Playable;
  /** What is played instead of what the site has, with its captions: it was downloaded. */
  readonly kept?:
    | { readonly source: Source; readonly captions: readonly Captions[]; readonly remove: () => void }
    | undefined;
  /** Seconds to begin at. */
  readonly from?: number;
  /** Given the element that plays, for as long as it is there; returns the function that lets go of it. */
  readonly onVideo?: (video: HTMLVideoElement) => () => void;
};

/** Keys that the pressed control itself answers to. */
const isOwnKey = ({ key, target }: KeyboardEvent): boolean => {
  if (target instanceof HTMLInputElement && target.type !== 'range') return true;
  return target instanceof HTMLButtonElement && (key === ' ' || key === 'Enter');
};

/** All that one recording being watched is: its element, what plays in it, and what the viewer chose. */
const useWatching = ({ asset, kept, from = 0, onVideo }: PlayerProps) => {
  const whole = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  // What plays stays what it is, also when a download ends or the network goes meanwhile.
  const [captions] = useState(kept?.captions ?? asset.captions ?? []);
  const [isReading, setReading] = useState(false);
  const [speed, setSpeed] = useSpeed(video);
  const choice = useCaptionChoice(captions);
  const playback = usePlayback(video, asset, kept, from);
  const transport = useTransport(video, asset.durationMs);
  const said = useTracks(video, captions, {
    isOn: transport.hasBegun,
    shown: choice.shown,
    read: isReading ? choice.read : undefined,
  });
  const fullscreen = useFullscreen(whole, video);
  useEffect(() => (video.current ? onVideo?.(video.current) : undefined), [onVideo]);
  useEffect(() => (video.current ? playAlone(video.current) : undefined), [video]);
  const act = (command: Command): void => {
    if (!video.current) return;
    obey(video.current, command, {
      captions: choice.toggle,
      fullscreen: fullscreen.toggle,
      speed: (by) => setSpeed(speedAfter(speed, by)),
    });
  };
  const go = (seconds: number): void => {
    if (video.current) video.current.currentTime = seconds;
  };
  const reading = { isReading, setReading, said };
  return {
    ...{ whole, video, captions, choice, playback, transport, fullscreen, act, go },
    reading,
    speed: [speed, setSpeed] as const,
  };
};

/** Plays a recording: picture, controls with words, captions, and what is said beside it. */
export const Player = (props: PlayerProps) => {
  const { asset, kept } = props;
  const [panel, setPanel] = useState<Panel>();
  const { whole, video, captions, choice, playback, transport, fullscreen, act, go, reading, speed } =
    useWatching(props);
  const onKey = (event: KeyboardEvent): void => {
    const command = isOwnKey(event) ? undefined : commandOf(event);
    if (!command) return;
    event.preventDefault();
    act(command);
  };
  const seen = { video, captions, transport, playback };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys work on whatever part of the player has the focus
    <div ref={whole} class={`player player-cues-${choice.size}`} onKeyDown={onKey}>
      <div class={`player-frame${reading.isReading ? ' player-reading' : ''}`}>
        <div class="player-main">
          <Stage {...seen} asset={asset} onPress={() => act({ type: 'toggle' })} />
          <FaultNotice {...playback} />
          <SeekBar
            {...transport}
            storyboard={kept ? undefined : asset.storyboard}
            video={video}
            onSeek={go}
          />
          <Controls
            {...{ transport, panel, fullscreen, captions, reading }}
            isSound={asset.kind === 'audio'}
            onCommand={act}
            onPanel={setPanel}
          />
          <Panels {...{ panel, captions, choice, playback, speed }} />
        </div>
        {reading.isReading && (
          <Transcript said={reading.said} language={choice.read} time={transport.time} onGo={go} />
        )}
      </div>
    </div>
  );
};
