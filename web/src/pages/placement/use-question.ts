import { useEffect, useRef, useState } from 'preact/hooks';
import type { Placement, Response } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import { isFull } from '../../quiz/full-answer.ts';
import { network, onReconnect } from '../../state/network.ts';
import { readJson, tab } from '../../state/storage.ts';
import { useAction } from '../../state/use-action.ts';

/** What is chosen and not sent yet, by question, for as long as the tab lives: a reload must not lose it. */
const keyOf = ({ placementId, step }: Placement): string => `hvs.placement.${placementId}.${step}`;

/** The answer came too late, for its question or for all: what there is now is told by the placement itself. */
const LATE: readonly string[] = ['other-question-now', 'placement-over'];

const sendTo = async ({ placementId, step }: Placement, given: Response | undefined) => {
  const answered = await api.answerPlacement({
    params: { placementId, step },
    body: given ? { response: given } : {},
  });
  if (answered.ok) return { ok: true, body: { next: answered.body, isElsewhere: false } } as const;
  const { code } = answered.problem;
  if (!LATE.includes(code)) return answered;
  const now = await api.getPlacement({ params: { placementId } });
  const isElsewhere = code === 'other-question-now';
  return now.ok ? ({ ok: true, body: { next: now.body, isElsewhere } } as const) : now;
};

/**
 * The question that waits. What is chosen stays in the tab until the server has it; sent without a network it goes by itself
 * once there is one, unless the person chooses anew: then it is theirs to send. Sending again is safe: the server takes one
 * answer to each step.
 */
export const useQuestion = (
  placement: Placement,
  onNext: (next: Placement, isElsewhere: boolean) => void,
) => {
  const { step, waiting } = placement;
  const key = keyOf(placement);
  const [response, setResponse] = useState(() => readJson<Response>(tab, key));
  const { run, busy, problem } = useAction();
  const unsent = useRef<{ readonly response: Response | undefined }>(undefined);
  const answer = (given: Response): void => {
    unsent.current = undefined;
    setResponse(given);
    tab.write(key, JSON.stringify(given));
  };
  const send = async (given: Response | undefined): Promise<void> => {
    unsent.current = { response: given };
    const outcome = await run([step, given], () => sendTo(placement, given));
    if (!outcome) return;
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
  return {
    response,
    isComplete,
    answer,
    send,
    busy,
    problem,
    isOffline,
    isUnsent: unsent.current !== undefined,
  };
};
