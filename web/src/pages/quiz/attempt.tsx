import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '../../../../services/quizzes/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { isAnswered } from '../../quiz/answer-sheet.ts';
import { useTaskChrome } from '../../ui/chrome.ts';
import { Notice } from '../../ui/notice.tsx';
import { ActionBar } from './action-bar.tsx';
import { HandInView } from './hand-in.tsx';
import { ItemView } from './item.tsx';
import { Saved } from './saved.tsx';
import { Timer } from './timer.tsx';
import { useAnswers } from './use-answers.ts';
import { useHandIn } from './use-hand-in.ts';

type Props = {
  readonly attempt: Attempt;
  readonly title: string;
  readonly onSubmitted: (attempt: Attempt) => void;
};

const Dots = ({ states }: { states: readonly ('done' | 'now' | 'open')[] }) => {
  const { quiz: t } = useMessages();
  const done = states.filter((state) => state === 'done').length;
  return (
    <ol class="dots" aria-label={t.answered(done)}>
      {states.map((state, at) => (
        <li key={at} class={state} />
      ))}
    </ol>
  );
};

/** An open attempt: one question at a time, saved as it is answered; the last step shows what is missing. */
export const AttemptView = ({ attempt, title, onSubmitted }: Props) => {
  const { quiz: t } = useMessages();
  const answers = useAnswers(attempt);
  const handIn = useHandIn(attempt, answers.flush, onSubmitted);
  // Somebody who comes back goes on where the answers end.
  const [at, setAt] = useState(() => {
    const open = attempt.items.findIndex((one) => !isAnswered(one, answers.sheet[one.itemId]));
    return open === -1 ? attempt.items.length : open;
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useTaskChrome(true);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [at]);

  const item = attempt.items[at];
  const entry = item && answers.sheet[item.itemId];
  const states = attempt.items.map((one, place) => {
    if (place === at) return 'now';
    return isAnswered(one, answers.sheet[one.itemId]) ? 'done' : 'open';
  });
  return (
    <div class="quiz">
      <h1 class="unseen" ref={heading} tabIndex={-1}>
        {item ? `${title}: ${t.of(at + 1, attempt.items.length)}` : `${title}: ${t.submitTitle}`}
      </h1>
      <div class="quiz-top">
        <span aria-hidden="true">{item ? t.of(at + 1, attempt.items.length) : t.submitTitle}</span>
        <Timer attempt={attempt} onTimeUp={() => void handIn.handIn()} />
      </div>
      <Dots states={states} />
      {!answers.kept && (
        <Notice tone="bad">
          <p>{t.notKept}</p>
        </Notice>
      )}
      {item ? (
        <>
          <ItemView
            key={item.itemId}
            item={item}
            response={entry?.response}
            onAnswer={(response) => answers.answer(item.itemId, response)}
          />
          {answers.takenOver === item.itemId && (
            <Notice>
              <p>{t.takenOver}</p>
            </Notice>
          )}
          <Saved entry={entry} state={answers.state} />
          <ActionBar at={at} count={attempt.items.length} onGo={setAt} />
        </>
      ) : (
        <HandInView items={attempt.items} sheet={answers.sheet} handIn={handIn} onGo={setAt} />
      )}
    </div>
  );
};
