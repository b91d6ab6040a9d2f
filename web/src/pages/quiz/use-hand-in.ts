import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { Problem } from '../../api/types.ts';
import { forgetAttempt, keepHandIn, wantsHandIn } from '../../quiz/kept-answers.ts';

/** `waiting`: pressed, but the network is away; it goes on by itself. */
export type HandIn = { readonly state: 'no' | 'busy' | 'waiting' | 'refused'; readonly problem?: Problem };

/**
 * Hands an attempt in: first every answer, then the attempt. Pressed without network, the wish is kept on the device
 * and carried out when the network is back, even after a reload.
 */
export const useHandIn = (
  attempt: Attempt,
  flush: () => Promise<boolean>,
  onSubmitted: (attempt: Attempt) => void,
): HandIn & { readonly handIn: () => Promise<void> } => {
  const { attemptId } = attempt;
  const [handIn, setHandIn] = useState<HandIn>({ state: 'no' });
  const busy = useRef(false);

  const carryOut = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    keepHandIn(attemptId);
    setHandIn({ state: 'busy' });
    const isSent = await flush();
    const answer = isSent ? await api.submitAttempt({ params: { attemptId } }) : undefined;
    busy.current = false;
    if (answer?.ok) {
      forgetAttempt(attemptId);
      return onSubmitted(answer.body);
    }
    const problem = answer?.problem;
    if (!problem || problem.status === 0 || problem.status >= 500) setHandIn({ state: 'waiting' });
    else setHandIn({ state: 'refused', problem });
  };
  const latest = useRef(carryOut);
  latest.current = carryOut;

  useEffect(() => {
    if (wantsHandIn(attemptId)) void latest.current();
  }, [attemptId]);
  useEffect(() => {
    if (handIn.state !== 'waiting') return undefined;
    const again = () => void latest.current();
    // A network may be back without the browser noticing, so it is also tried now and then.
    const timer = setInterval(again, 10_000);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [handIn.state]);

  return { ...handIn, handIn: carryOut };
};
