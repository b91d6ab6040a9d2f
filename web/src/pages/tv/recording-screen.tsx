import { useEffect, useRef, useState } from 'preact/hooks';
import { formatSpan } from '../../format/dates.ts';
import type { PlayFault } from '../../media-pass/play-fault.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { type Command, commandOf, obey, STEP } from '../../player/keys.ts';
import { firstCaptions } from '../../player/preferences.ts';
import { AUTO, sourceOf } from '../../player/source.ts';
import { startPlaying } from '../../player/start-playing.ts';
import { useTracks } from '../../player/use-tracks.ts';
import { useTransport } from '../../player/use-transport.ts';
import { recordingEnded, recordingMoved } from './is-recording-moving.ts';
import type { Recording } from './programme.ts';
import { pressOf } from './remote-keys.ts';

type Props = {
  readonly recording: Recording;
  readonly onEnd: () => void;
  /** Says what to do where it cannot be played; without it the screen says that it returns by itself. */
  readonly onFail?: (fault: PlayFault) => void;
};

/** How long (ms) the bar stays after a key: long enough to read it twice. */
const BAR_MS = 6_000;

/** What a remote asks here: its arrows go back and on, up and down turn the captions on and off. */
const askedBy = (event: KeyboardEvent): Command | undefined => {
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return { type: 'captions' };
  const press = pressOf(event);
  if (press === 'ok') return { type: 'toggle' };
  if (press === 'back') return undefined;
  const command = commandOf(event);
  // The screen has one size and one speed.
  return command?.type === 'fullscreen' || command?.type === 'speed' ? undefined : command;
};

/** True for a while after each `show`, and as long as `isHeld`. */
const useBar = (isHeld: boolean) => {
  const [shows, setShows] = useState(1);
  const [isShown, setShown] = useState(true);
  useEffect(() => {
    setShown(true);
    const timer = setTimeout(() => setShown(false), BAR_MS);
    return () => clearTimeout(timer);
  }, [shows]);
  return { isShown: isShown || isHeld, show: () => setShows((before) => before + 1) };
};

/**
 * A recording over the whole screen, with captions: a hall is loud. The remote halts it, goes back and on; at its end
 * the screen returns by itself.
 */
export const RecordingScreen = ({ recording, onEnd, onFail }: Props) => {
  const { tv: t } = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const { poster, title, durationMs, captions = [] } = recording;
  const first = firstCaptions(captions, undefined, 'vi');
  const [shown, setShown] = useState(first);
  // A hall sees every line of the picture there is.
  const source = sourceOf(recording, AUTO);
  const address = source?.address;
  const transport = useTransport(video, durationMs);
  useTracks(video, captions, { isOn: transport.hasBegun, shown, read: undefined });
  const bar = useBar(!transport.isPlaying);
  useEffect(() => {
    if (!video.current || !source) return undefined;
    const playing = startPlaying(video.current, { source, from: 0 }, (fault) => {
      setFailed(true);
      onFail?.(fault);
    });
    const onKey = (event: KeyboardEvent): void => {
      const command = askedBy(event);
      if (!command || !video.current) return;
      event.preventDefault();
      obey(video.current, command, { captions: () => setShown((before) => (before ? undefined : first)) });
      bar.show();
    };
    // Before whoever else listens: these keys are not for what lies behind the recording.
    addEventListener('keydown', onKey, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      playing.stop();
      recordingEnded();
    };
  }, [address]);
  const hint = captions.length > 0 ? t.hintRecordingCaptions : t.hintRecording;
  const hasBar = bar.isShown && !hasFailed;
  return (
    <section class={hasBar ? 'tv-recording tv-with-bar' : 'tv-recording'} aria-label={title}>
      <h1 class={recording.kind === 'audio' ? 'tv-heard' : 'unseen'}>{title}</h1>
      {/* biome-ignore lint/a11y/useMediaCaption: those that there are, as many as there are */}
      <video ref={video} poster={poster} aria-label={title} onTimeUpdate={recordingMoved} onEnded={onEnd}>
        {captions.map(({ language, label, path }) => (
          <track key={path} kind="captions" srclang={language} label={label} src={path} />
        ))}
      </video>
      {hasBar && (
        <div class="tv-recording-bar">
          <progress max={Math.max(transport.duration, 1)} value={transport.time} aria-label={title} />
          <p class="number">
            {formatSpan(transport.time * 1000)} / {formatSpan(transport.duration * 1000)}
          </p>
          <p>{hint(STEP, transport.isPlaying)}</p>
        </div>
      )}
      {hasFailed && <p role="alert">{t.playFailed}</p>}
    </section>
  );
};
