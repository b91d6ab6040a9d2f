import { useEffect, useRef } from 'preact/hooks';
import { formatSpan } from '../format/dates.ts';
import { useMessages } from '../messages/use-messages.ts';
import { type Said, saidAt } from './use-tracks.ts';

type Props = {
  readonly said: readonly Said[] | 'failed' | undefined;
  readonly language: string | undefined;
  readonly time: number;
  readonly onGo: (seconds: number) => void;
};

/** Everything that is said, to read along; a line takes the recording to where it is said. */
export const Transcript = ({ said, language, time, onGo }: Props) => {
  const { player: t } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  const running = Array.isArray(said) ? saidAt(said, time) : -1;
  useEffect(() => {
    const line = list.current?.children[running];
    if (!list.current || !(line instanceof HTMLElement)) return;
    // Whoever reads ahead is not called back.
    if (list.current.matches(':hover, :focus-within')) return;
    // The list alone: a page that scrolls by itself takes away what somebody is reading.
    list.current.scrollTop = line.offsetTop - list.current.clientHeight / 3;
  }, [running]);
  if (said === 'failed') return <p role="status">{t.noTranscript}</p>;
  if (!said) return <p role="status">{t.waiting}</p>;
  return (
    <ol ref={list} class="transcript" lang={language} aria-label={t.transcript}>
      {(said as readonly Said[]).map(({ from, text }, at) => (
        <li key={`${from} ${text}`}>
          <button
            type="button"
            class="transcript-line"
            aria-current={at === running ? 'true' : undefined}
            onClick={() => onGo(from)}
          >
            <span class="number">{formatSpan(from * 1000)}</span>
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
};
