import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt, Response } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import { type Entry, mergeStored, type Sheet } from '../../quiz/answer-sheet.ts';
import { keepSheet, keptSheet, sheetKey } from '../../quiz/kept-answers.ts';
import { createSaver, type Saver, type SaverState, type Sent } from '../../quiz/saver.ts';

type Seen = { readonly sheet: Sheet; readonly state: SaverState; readonly kept: boolean };
export type Answers = Seen & {
  /** The item whose answer was just replaced by a newer one from elsewhere. */
  readonly takenOver: string | undefined;
  readonly answer: (itemId: string, response: Response) => void;
  /** Sends everything at once; false when something could not be sent. */
  readonly flush: () => Promise<boolean>;
};

/** Typing is sent after this pause (ms), a chosen option at once. */
const SETTLE_MS = 500;
const CLOSED = new Set(['attempt-closed', 'deadline-passed', 'not-found']);

const send = async (attemptId: string, itemId: string, { response, version }: Entry): Promise<Sent> => {
  const answer = await api.saveAnswer({ params: { attemptId, itemId }, body: { response, version } });
  if (answer.ok) return 'saved';
  if (answer.problem.code === 'older-than-saved') return 'older';
  return CLOSED.has(answer.problem.code) ? 'closed' : 'later';
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const saverFor = (
  attemptId: string,
  initial: Sheet,
  onChange: (seen: Seen) => void,
  onTakenOver: (itemId: string) => void,
): Saver =>
  createSaver(
    {
      send: (itemId, entry) => send(attemptId, itemId, entry),
      reread: async () => {
        const answer = await api.getAttempt({ params: { attemptId } });
        return answer.ok ? answer.body.answers : undefined;
      },
      keep: (sheet) => keepSheet(attemptId, sheet),
      pause,
      onTakenOver,
      onChange: (sheet, state, kept) => onChange({ sheet, state, kept }),
    },
    initial,
  );

const isTyped = ({ kind }: Response) => kind === 'short-answer' || kind === 'numeric';

/** The answers of an open attempt, saved as they are given and kept in step with other tabs of this device. */
export const useAnswers = (attempt: Attempt): Answers => {
  const { attemptId } = attempt;
  const [seen, setSeen] = useState<Seen>(() => ({
    sheet: mergeStored(keptSheet(attemptId), attempt.answers),
    state: 'idle',
    kept: true,
  }));
  const [takenOver, setTakenOver] = useState<string>();
  const saver = useRef<Saver | undefined>(undefined);
  saver.current ??= saverFor(attemptId, seen.sheet, setSeen, setTakenOver);
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const one = saver.current;
    const wake = () => one?.wake();
    const follow = (event: StorageEvent) => {
      if (event.key === sheetKey(attemptId) && event.newValue) one?.adopt(keptSheet(attemptId));
    };
    const onHide = () => document.hidden && wake();
    wake();
    addEventListener('online', wake);
    addEventListener('storage', follow);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      wake();
      one?.stop();
      clearTimeout(settling.current);
      removeEventListener('online', wake);
      removeEventListener('storage', follow);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [attemptId]);

  const answer = (itemId: string, response: Response): void => {
    setTakenOver(undefined);
    saver.current?.answer(itemId, response);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => saver.current?.wake(), isTyped(response) ? SETTLE_MS : 0);
  };
  const flush = async () => (await saver.current?.flush()) ?? true;
  return { ...seen, takenOver, answer, flush };
};
