import { useEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { startPlaying } from '../../ui/start-playing.ts';
import { recordingEnded, recordingMoved } from './is-recording-moving.ts';
import type { Recording } from './programme.ts';
import { pressOf } from './remote-keys.ts';

type Props = { readonly recording: Recording; readonly onEnd: () => void };

/** A recording over the whole screen. OK or play halts it and goes on; at its end the screen returns by itself. */
export const RecordingScreen = ({ recording, onEnd }: Props) => {
  const { tv: t } = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const { playlist = '', poster, title } = recording;
  useEffect(() => {
    if (!video.current) return undefined;
    const stop = startPlaying(video.current, { playlist, from: 0 }, () => setFailed(true));
    const onKey = (event: KeyboardEvent): void => {
      const press = pressOf(event);
      if (press !== 'ok' && press !== 'pause') return;
      if (video.current?.paused) void video.current.play().catch(() => undefined);
      else video.current?.pause();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      stop();
      recordingEnded();
    };
  }, [playlist]);
  return (
    <section class="tv-recording" aria-label={title}>
      <h1 class="unseen">{title}</h1>
      {/* biome-ignore lint/a11y/useMediaCaption: recordings carry no captions yet */}
      <video ref={video} poster={poster} aria-label={title} onTimeUpdate={recordingMoved} onEnded={onEnd} />
      {hasFailed && <p role="alert">{t.playFailed}</p>}
    </section>
  );
};
