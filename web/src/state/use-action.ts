import { useRef, useState } from 'preact/hooks';
import { createIntent } from '../api/intent-key.ts';
import type { Problem, Refused } from '../api/types.ts';

type Answer<T> = { readonly ok: true; readonly body: T } | Refused;

/** One button or form: whether it is at work, and the refusal of its last run. */
export type Action = { readonly busy: boolean; readonly problem?: Problem };

/**
 * Runs a write once at a time. `content` is what the person asked for: the same content, pressed again after a lost
 * answer, is sent under the same key.
 */
export const useAction = () => {
  const [action, setAction] = useState<Action>({ busy: false });
  const intent = useRef(createIntent());
  const running = useRef(false);
  const run = async <T>(
    content: unknown,
    write: (key: string) => Promise<Answer<T>>,
  ): Promise<T | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setAction({ busy: true });
    const answer = await write(intent.current.keyFor(content));
    running.current = false;
    setAction(answer.ok ? { busy: false } : { busy: false, problem: answer.problem });
    if (!answer.ok) return undefined;
    intent.current.done();
    return answer.body;
  };
  return { ...action, run };
};
