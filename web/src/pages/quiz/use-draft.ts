import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Attempt, Response } from '../../../../services/quizzes/contract.ts';
import { changedItems } from '../../quiz/answer-sheet.ts';
import { isTyped } from '../../quiz/answer-text.ts';
import { conclude, concludeEnded } from '../../quiz/carry-out.ts';
import { readClocks, timeSinceStart } from '../../quiz/clock.ts';
import { courierOf } from '../../quiz/courier.ts';
import { answerOn, type Draft, keepAttempt, type Wish, wishHandIn } from '../../quiz/drafts.ts';
import { keeping } from '../../quiz/keeping.ts';
import { outbox } from '../../quiz/sending.ts';
import { onReconnect } from '../../state/network.ts';

/** Typing is sent after this pause (ms), a chosen option at once. Kept on the device it is without any. */
const SETTLE_MS = 500;

/** Takes in what the server says about an attempt: its clock, answers from another device, or that it has ended. */
const takeIn = ({ ref, paper }: Draft, answer: Attempt | 'gone' | 'later'): void => {
  if (answer === 'later') return;
  if (answer === 'gone') conclude(keeping, ref, undefined, Date.now());
  else if (answer.status === 'submitted') concludeEnded(keeping, ref, answer, Date.now());
  else keepAttempt(keeping, ref.personId, answer, { ...paper, receivedAt: Date.now() });
  outbox.wake();
};

/** Asks the server when the attempt is opened and whenever somebody comes back to it; pages never wait for it. */
const useServerView = (draft: Draft): void => {
  const latest = useRef(draft);
  latest.current = draft;
  const { personId, attemptId } = draft.ref;
  useEffect(() => {
    const ask = async () => takeIn(latest.current, await courierOf(personId).read({ personId, attemptId }));
    const onShow = () => void (document.hidden || ask());
    void ask();
    const stopFollowing = onReconnect(onShow);
    document.addEventListener('visibilitychange', onShow);
    return () => {
      stopFollowing();
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [personId, attemptId]);
};

/** The item whose answer was replaced by a newer one from another tab or device, until it is answered here again. */
const useTakenOver = ({ sheet }: Draft) => {
  const [takenOver, setTakenOver] = useState<string>();
  const shown = useRef(sheet);
  const own = useRef<{ readonly itemId: string; readonly said: string }>(undefined);
  useEffect(() => {
    const { itemId: mine, said } = own.current ?? {};
    const elsewhere = changedItems(shown.current, sheet).find((itemId) => itemId !== mine);
    shown.current = sheet;
    // Of two that are typed at once the first may be drawn after the second was given: until that is there, both are own.
    if (mine && JSON.stringify(sheet[mine]?.response) === said) own.current = undefined;
    if (elsewhere) setTakenOver(elsewhere);
  }, [sheet]);
  return {
    takenOver,
    answeredHere: (itemId: string, response: Response) => {
      own.current = { itemId, said: JSON.stringify(response) };
      setTakenOver(undefined);
    },
  };
};

export type Answering = {
  /** The item whose answer was just replaced by a newer one from elsewhere. */
  readonly takenOver: string | undefined;
  /** `lookedMs`: for how long its question was on screen since it was last answered. */
  readonly answer: (itemId: string, response: Response, lookedMs: number) => void;
  readonly handIn: (wish: Wish) => void;
};

/** Answering an open attempt: on the device at once, then sent by whichever tab of this phone is the sender. */
export const useAnswering = (draft: Draft): Answering => {
  const { ref, paper } = draft;
  const { receivedAt } = paper;
  const opened = useMemo(readClocks, [paper.attempt.serverTime, receivedAt]);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { takenOver, answeredHere } = useTakenOver(draft);
  useServerView(draft);
  // Leaving the page does not wait for the pause after typing.
  useEffect(() => () => outbox.wake(), []);
  return {
    takenOver,
    answer: (itemId, response, lookedMs) => {
      answeredHere(itemId, response);
      const elapsedMs = timeSinceStart({ ...paper.attempt, receivedAt }, opened, readClocks());
      answerOn(keeping, ref, itemId, response, { elapsedMs, lookedMs });
      clearTimeout(settling.current);
      settling.current = setTimeout(outbox.wake, isTyped(response) ? SETTLE_MS : 0);
    },
    handIn: (wish) => {
      wishHandIn(keeping, ref, wish);
      outbox.wake();
    },
  };
};
