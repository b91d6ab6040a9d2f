import { useEffect, useRef, useState } from 'preact/hooks';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { pauseAfter } from './keep-going.ts';
import type { Recording, TvData } from './programme.ts';
import { askForData, keptData, newestRecording } from './tv-data.ts';

/** A question without an answer after this long (ms) counts as failed; a half-dead network never says so itself. */
const LIMIT_MS = 60_000;

const inTime = <T>(answer: Promise<T>): Promise<T | 'late'> => {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), LIMIT_MS);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
};

/**
 * Asks again and again for as long as the screen runs, one question at a time: every few minutes while all is well,
 * with growing pauses while nothing answers, and at once when the network returns.
 */
const useAsking = (ask: () => Promise<boolean>): void => {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let isAsking = false;
    let isOver = false;
    const next = async (): Promise<void> => {
      if (isAsking || isOver) return;
      isAsking = true;
      clearTimeout(timer);
      const isAnswered = await latest.current().catch(() => false);
      failures = isAnswered ? 0 : failures + 1;
      isAsking = false;
      if (!isOver) timer = setTimeout(next, pauseAfter(failures, Math.random()));
    };
    const start = () => void next();
    start();
    addEventListener('online', start);
    return () => {
      isOver = true;
      clearTimeout(timer);
      removeEventListener('online', start);
    };
  }, []);
};

type Known = { readonly data: TvData | undefined; readonly recording: Recording | undefined };

/** What the screen knows: the kept copy at once, then whatever the services answer. A failure changes nothing. */
export const useTvData = (): Known => {
  const who = useStore(session);
  const isSignedIn = who.state === 'in';
  const seesAll = isSignedIn && who.roles.some((role) => role !== 'learner');
  const [data, setData] = useState(keptData);
  const [recording, setRecording] = useState<Recording>();
  useAsking(async () => {
    const answer = await inTime(askForData(new Date().toISOString()));
    if (!answer || answer === 'late') return false;
    setData(answer);
    if (!isSignedIn) return true;
    const newest = await inTime(newestRecording(answer, seesAll));
    if (newest === 'unknown' || newest === 'late') return false;
    setRecording(newest);
    return true;
  });
  return { data, recording: isSignedIn ? recording : undefined };
};
