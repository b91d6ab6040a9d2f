import { useEffect, useRef, useState } from 'preact/hooks';
import { isRenewalDue } from './keep-going.ts';
import { type Happening, type Loop, startLoop, step } from './loop.ts';
import { pressOf } from './remote-keys.ts';
import { renewPage } from './renew-page.ts';

const BEAT_MS = 1_000;

type Facts = {
  readonly messages: readonly string[];
  readonly tiles: number;
  readonly isPlaying: () => boolean;
};

/** The screen's state and the minute, moved on by one beat a second and by the remote. One timer, one listener. */
export const useLoop = (facts: Facts) => {
  const latest = useRef(facts);
  latest.current = facts;
  const [loop, setLoop] = useState<Loop>(() => startLoop(Date.now()));
  const now = useRef(loop);
  now.current = loop;
  const happen = (happening: Happening): void => setLoop((before) => step(before, happening, Date.now()));

  useEffect(() => {
    const openedAt = Date.now();
    const timer = setInterval(() => {
      const { messages, isPlaying } = latest.current;
      happen({ type: 'beat', messages, isPlaying: isPlaying() });
      if (isRenewalDue(openedAt, Date.now(), now.current.mode === 'looping')) void renewPage();
    }, BEAT_MS);
    const onKey = (event: KeyboardEvent): void => {
      const press = event.ctrlKey || event.altKey || event.metaKey ? undefined : pressOf(event);
      if (!press || (press === 'back' && now.current.mode === 'looping')) return;
      event.preventDefault();
      if (!event.repeat || press === 'next' || press === 'previous')
        happen({ type: 'press', press, tiles: latest.current.tiles });
    };
    addEventListener('keydown', onKey);
    return () => {
      clearInterval(timer);
      removeEventListener('keydown', onKey);
    };
  }, []);
  return { loop, happen };
};

/** The present instant, ISO 8601, changing once a minute: all that the programme depends on. */
export const useMinute = (): string => {
  const [minute, setMinute] = useState(() => Math.floor(Date.now() / 60_000));
  useEffect(() => {
    const timer = setInterval(() => setMinute(Math.floor(Date.now() / 60_000)), BEAT_MS);
    return () => clearInterval(timer);
  }, []);
  return new Date(minute * 60_000).toISOString();
};
