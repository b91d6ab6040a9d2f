import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { matchesSearch } from '#shared/text/vietnamese.ts';
import { formatSpan } from '../format/dates.ts';
import { useMessages } from '../messages/use-messages.ts';
import { SearchField } from '../ui/fields.tsx';
import { type Said, saidAt } from './use-tracks.ts';

type Props = {
  readonly said: readonly Said[] | 'failed' | undefined;
  readonly language: string | undefined;
  readonly time: number;
  readonly onGo: (seconds: number) => void;
};

type LinesProps = Omit<Props, 'said'> & { readonly said: readonly Said[]; readonly words: string };

/** The lines that have the words in them, all where there are none; a line takes the recording to where it is said. */
const Lines = ({ said, words, language, time, onGo }: LinesProps) => {
  const { player: t } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  // Drawn anew several times a second: a phone folds a thousand lines for each word that is typed, not for each picture.
  const shown = useMemo(
    () => (words.trim() ? said.filter(({ text }) => matchesSearch(text, words)) : said),
    [said, words],
  );
  const running = said[saidAt(said, time)];
  const at = running ? shown.indexOf(running) : -1;
  useEffect(() => {
    const line = list.current?.children[at];
    if (!list.current || !(line instanceof HTMLElement)) return;
    // Whoever reads ahead is not called back.
    if (list.current.matches(':hover, :focus-within')) return;
    // The list alone: a page that scrolls by itself takes away what somebody is reading.
    list.current.scrollTop = line.offsetTop - list.current.clientHeight / 3;
  }, [at]);
  return (
    <>
      <p class="muted small" role="status">
        {words.trim() && t.foundLines(shown.length, said.length)}
      </p>
      {shown.length > 0 && (
        <ol ref={list} class="transcript" lang={language} aria-label={t.transcript}>
          {shown.map((one) => (
            <li key={`${one.from} ${one.text}`}>
              <button
                type="button"
                class="transcript-line"
                aria-current={one === running ? 'true' : undefined}
                onClick={() => onGo(one.from)}
              >
                <span class="number">{formatSpan(one.from * 1000)}</span>
                <span>{one.text}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

/** Everything that is said, to read along and to find a place in. */
export const Transcript = ({ said, ...place }: Props) => {
  const { player: t } = useMessages();
  const [words, setWords] = useState('');
  if (said === 'failed') return <p role="status">{t.noTranscript}</p>;
  if (!said) return <p role="status">{t.waiting}</p>;
  return (
    <div class="transcript-side">
      <SearchField label={t.findInTranscript} value={words} onValue={setWords} />
      <Lines {...place} said={said} words={words} />
    </div>
  );
};
