import './tv.css';
import './tv-slide.css';
import { useEffect, useRef } from 'preact/hooks';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { tv } from '../../messages/vi/tv.ts';
import { isRecordingMoving } from './is-recording-moving.ts';
import { shiftAt } from './keep-going.ts';
import { MessageCard } from './message-card.tsx';
import { OpenedTile } from './opened-tile.tsx';
import { messagesOf, type Tile, tilesOf } from './programme.ts';
import { TileList } from './tile-list.tsx';
import { TvFoot, TvHead } from './tv-frame.tsx';
import { useLoop, useMinute } from './use-loop.ts';
import { useTvData } from './use-tv-data.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { useWayBack } from './use-way-back.ts';

bringWords({ tv });

/** The screen in the hall: tells one message after another by itself, and opens a tile for whoever takes the remote. */
const TvPage = () => {
  const { tv: t, common } = useMessages();
  const { data, recording } = useTvData();
  const now = useMinute();
  const messages = messagesOf(data, now, t.safety.length);
  const tiles = tilesOf(data, recording, now);
  const { loop, happen } = useLoop({
    messages: messages.map(({ key }) => key),
    tiles: tiles.length,
    isPlaying: isRecordingMoving,
  });
  const isOpen = loop.mode === 'open';
  // What was opened stays, even when fresh data move the tiles under it.
  const opened = useRef<Tile | undefined>(undefined);
  opened.current = isOpen ? (opened.current ?? tiles[loop.focus % tiles.length]) : undefined;
  const close = () => happen({ type: 'close' });
  useWakeLock();
  useWayBack(isOpen, close);
  useEffect(() => {
    document.title = `${t.title} · ${common.brand}`;
  }, [t.title, common.brand]);
  const message = messages.find(({ key }) => key === loop.message) ?? messages[0];
  return (
    <div class="tv">
      <div class={`tv-picture tv-shift-${shiftAt(Date.parse(now))}`}>
        <TvHead now={now} />
        {opened.current ? (
          <OpenedTile tile={opened.current} data={data} now={now} onEnd={close} />
        ) : (
          <div class="tv-body">
            {message && <MessageCard key={message.key} message={message} />}
            <TileList tiles={tiles} loop={loop} happen={happen} />
          </div>
        )}
        <TvFoot data={data} now={now} mode={loop.mode} />
      </div>
    </div>
  );
};
export default TvPage;
