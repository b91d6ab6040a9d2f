import { formatCount } from '../../format/numbers.ts';
import type { Messages } from '../../messages/language.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { DoorCode } from './door-code.tsx';
import type { Message, RunDay, RunOnTv } from './programme.ts';

type Words = Messages['tv'];

/** Titles of more characters than this take smaller letters: centres name their courses as they like. */
const LONG = 50;

export const titleLook = (title: string): string | undefined => (title.length > LONG ? 'tv-long' : undefined);

/** When and where a run begins: "Hôm nay, Hội trường A". */
export const runPlace = (run: RunOnTv, day: RunDay, t: Words): string =>
  t.runTitle(t.day[day](run.startsOn), run.room);

const seatsOf = ({ seatsLeft }: RunOnTv, t: Words): string | undefined =>
  seatsLeft === undefined ? undefined : t.seatsLeft(seatsLeft);

/** What a run says below its time and place. */
export const runLine = (run: RunOnTv, t: Words): string =>
  [seatsOf(run, t), run.title].filter(Boolean).join('. ');

const Figures = ({ message }: { message: Extract<Message, { kind: 'figures' }> }) => {
  const { tv: t } = useMessages();
  const shown = useStore(language);
  return (
    <ul class="tv-figures">
      {message.figures.slice(0, 4).map(({ code, value }) => (
        <li key={code}>
          <b class="number">{formatCount(value, shown)}</b>
          {t.figures[code] ?? code}
        </li>
      ))}
    </ul>
  );
};

const wordsOf = (message: Message, t: Words): { over?: string; title: string; text?: string } => {
  if (message.kind === 'safety') return t.safety[message.at] ?? { title: t.title };
  if (message.kind === 'newest') return { over: t.newest, title: message.title, text: message.summary };
  if (message.kind === 'figures') return { title: t.figuresTitle };
  const { run, day } = message;
  const seats = seatsOf(run, t);
  return {
    over: `${t.startsWord} · ${runPlace(run, day, t)}`,
    title: run.title,
    ...(seats && { text: seats }),
  };
};

const scanWords = ({ kind, door }: Message, t: Words): readonly string[] => {
  if (kind === 'run') return t.scanSeat;
  return door.minutes === undefined ? t.scanPage : t.scanLesson(door.minutes);
};

/** One message of the loop, with the code that takes it along on a phone. */
export const MessageCard = ({ message }: { message: Message }) => {
  const { tv: t } = useMessages();
  const { over, title, text } = wordsOf(message, t);
  return (
    <section class="tv-card" aria-label={title}>
      {over && <p class="tv-over">{over}</p>}
      <h1 class={titleLook(title)}>{title}</h1>
      {text && <p class="tv-text">{text}</p>}
      {message.kind === 'figures' && <Figures message={message} />}
      <DoorCode path={message.door.path} title={title} words={scanWords(message, t)} />
    </section>
  );
};
