import { useEffect, useRef, useState } from 'preact/hooks';
import type { Placement, Response } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import { isFull } from '../../quiz/full-answer.ts';
import { network, onReconnect } from '../../state/network.ts';
import { readJson, tab } from '../../state/storage.ts';
import { useAction } from '../../state/use-action.ts';

/** What is chosen and not sent yet, by question, for as long as the tab lives: a reload must not lose it. */
const keyOf = ({ placementId, step }: Placement): string => `hvs.placement.${placementId}.${step}`;

/**
 * The question that waits. What is chosen stays in the tab until the server has it; sent without a network it goes by itself
 * once there is one. Sending again is safe: the server takes one answer to each step.
 */
export const useQuestion = (
  placement: Placement,
  onNext: (next: Placement, isElsewhere: boolean) => void,
) => {
  const { placementId, step, waiting } = placement;
  const key = keyOf(placement);
  const [response, setResponse] = useState(() => readJson<Response>(tab, key));
  const { run, busy, problem } = useAction();
  const unsent = useRef<{ readonly response: Response | undefined }>(undefined);
  const answer = (given: Response): void => {
    setResponse(given);
    tab.write(key, JSON.stringify(given));
  };
  const send = async (given: Response | undefined): Promise<void> => {
    unsent.current = { response: given };
    const params = { placementId, step };
    const outcome = await run([step, given], async () => {
      const body = given ? { response: given } : {};
      const answered = await api.answerPlacement({ params, body });
      if (answered.ok) return { ok: true, body: { next: answered.body, isElsewhere: false } };
      if (answered.problem.code !== 'other-question-now') return answered;
      const now = await api.getPlacement({ params: { placementId } });
      return now.ok ? { ok: true, body: { next: now.body, isElsewhere: true } } : now;
    });
    if (!outcome) return;
    unsent.current = undefined;
    tab.remove(key);
    onNext(outcome.next, outcome.isElsewhere);
  };
  const isOffline = problem?.code === 'offline';
  useEffect(() => {
    if (!isOffline) return undefined;
    const sendAgain = () => {
      if (unsent.current) void send(unsent.current.response);
    };
    // The network may have come back between the refusal and now.
    if (network.get()) sendAgain();
    return onReconnect(sendAgain);
  }, [isOffline]);
  const isComplete = waiting !== undefined && isFull(waiting.item, response);
  return { response, isComplete, answer, send, busy, problem, isOffline };
};
