import { createContext, type RefObject } from 'preact';
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Problem } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Question } from './question-draft.ts';

/** What the service said of a part of the question, by its JSON pointer within it. */
type FaultAt = (at: string) => string | undefined;

/** Where the faults that a form was told of are asked for by its fields. */
export const ToldFaults = createContext<FaultAt>(() => undefined);

/** The fault of one part, for as long as the part is what it was when it was sent. */
export const useFaultAt = (): FaultAt => useContext(ToldFaults);

const QUESTION = '/body/question';
/** What the contract itself does not take: its sentences are for programs, so people get one of ours. */
const MISSHAPEN = 'invalid-request';

const valueAt = (question: unknown, at: string): unknown =>
  at
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
      question,
    );

/** Faults by the part that they are about. A part that was changed since may be right. */
const faultsByPart = (
  problem: Problem | undefined,
  sent: Question,
  now: Question,
  misshapen: string,
): FaultAt => {
  const told = Map.groupBy(problem?.errors ?? [], ({ pointer }) => pointer);
  return (at) => {
    const errors = told.get(`${QUESTION}${at}`);
    if (!errors || valueAt(sent, at) !== valueAt(now, at)) return undefined;
    return problem?.code === MISSHAPEN ? misshapen : errors.map(({ detail }) => detail).join(' ');
  };
};

/** The faults of a refusal, held against what the question was when it was refused. */
export const useToldFaults = (problem: Problem | undefined, question: Question): FaultAt => {
  const told = useRef({ problem, question });
  if (told.current.problem !== problem) told.current = { problem, question };
  const { questionForm } = useMessages();
  const { misshapen } = questionForm;
  const { question: sent } = told.current;
  return useMemo(
    () => faultsByPart(problem, sent, question, misshapen),
    [problem, sent, question, misshapen],
  );
};

/** Leads to the first part that was found faulty, as a form does with what the browser finds. */
export const useFocusOnFault = (problem: Problem | undefined, within: RefObject<HTMLElement | null>): void =>
  useEffect(() => {
    if (problem?.code !== 'item-faulty' && problem?.code !== MISSHAPEN) return;
    const part = within.current?.querySelector('.fault')?.closest('.field, .key-part');
    for (let around = part?.closest('details'); around; around = around.parentElement?.closest('details'))
      around.open = true;
    part?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [problem, within]);

/** The fault of a whole part: its rows together, or one of them. */
export const PartFault = ({ at }: { readonly at: string }) => {
  const fault = useFaultAt()(at);
  return fault ? (
    <p class="fault" role="note">
      {fault}
    </p>
  ) : null;
};
