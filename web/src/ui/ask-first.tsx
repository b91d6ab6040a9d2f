import './ask-first.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Refused } from '../api/types.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from './button.tsx';
import { Refusal } from './notice.tsx';

type Question<T> = {
  /** What will happen, asked before it does. */
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly busyLabel?: string;
  /** What is asked of the service: the same, pressed again after a lost answer, goes under the same key. */
  readonly content: unknown;
  readonly act: (key: string) => Promise<{ readonly ok: true; readonly body: T } | Refused>;
  readonly onDone?: (body: T) => void;
};
type Props<T> = Question<T> & {
  readonly look?: 'quiet' | 'warn';
  readonly small?: boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
};

/** The browser's own dialog: it takes the focus, gives it back when it closes, and closes by Escape. */
const Dialog = <T,>(props: Question<T> & { readonly onClose: () => void }) => {
  const { ask, yes, no, busyLabel, content, act, onDone, onClose } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { run, busy, problem } = useAction();
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const agree = async (): Promise<void> => {
    // An answer without a body is an answer all the same, so it is told from a refusal by what it is wrapped in.
    const done = await run(content, async (key) => {
      const answer = await act(key);
      return answer.ok ? { ok: true, body: { answered: answer.body } } : answer;
    });
    if (!done) return;
    close();
    onDone?.(done.answered);
  };
  return (
    <dialog ref={dialog} class="ask-first" aria-labelledby={id} onClose={onClose}>
      <div class="stack">
        <p id={id}>{ask}</p>
        <Refusal problem={problem} />
        <div class="row">
          <Button look="quiet" onClick={close}>
            {no}
          </Button>
          <Button look="warn" busy={busy} {...(busyLabel && { busyLabel })} onClick={() => void agree()}>
            {yes}
          </Button>
        </div>
      </div>
    </dialog>
  );
};

/** A button for what cannot be taken back: it asks first, and does it when the person agrees. */
export const AskFirst = <T,>({ look = 'quiet', small, label, children, ...question }: Props<T>) => {
  // Each asking has a number. A dialog tells that it closed after it gave the focus back: by then a quick second press
  // may have opened the next, which must not be closed by that word.
  const asked = useRef(0);
  const [open, setOpen] = useState(0);
  const ask = (): void => {
    asked.current += 1;
    setOpen(asked.current);
  };
  return (
    <>
      <Button look={look} {...(small && { small })} {...(label && { label })} onClick={ask}>
        {children}
      </Button>
      {open > 0 && (
        <Dialog key={open} {...question} onClose={() => setOpen((now) => (now === open ? 0 : now))} />
      )}
    </>
  );
};
