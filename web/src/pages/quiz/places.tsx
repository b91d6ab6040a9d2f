import type { SeenItem } from '../../../../services/quizzes/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { isAnswered, type Sheet } from '../../quiz/answer-sheet.ts';

type Props = {
  readonly items: readonly SeenItem[];
  readonly sheet: Sheet;
  /** The question shown, if one is. */
  readonly at?: number;
  /** Absent where questions are only gone through in their order. */
  readonly onGo?: (at: number) => void;
};

/** Every question by its number, one tap away where that is allowed; answered ones are filled and ticked. */
export const Places = ({ items, sheet, at, onGo }: Props) => {
  const { quiz: t } = useMessages();
  return (
    <ol class="places" aria-label={t.questions}>
      {items.map((item, place) => {
        const isDone = isAnswered(item, sheet[item.itemId]);
        return (
          <li key={item.itemId}>
            <button
              type="button"
              class={isDone ? 'step step-done' : 'step'}
              aria-label={t.goTo(place + 1, isDone)}
              aria-current={place === at ? 'step' : undefined}
              disabled={onGo === undefined}
              onClick={() => onGo?.(place)}
            >
              {place + 1}
            </button>
          </li>
        );
      })}
    </ol>
  );
};

/** Progress as a row of marks; pressed, it opens into the questions by number. */
export const Progress = ({ items, sheet, at, onGo }: Props) => {
  const { quiz: t } = useMessages();
  const done = items.filter((item) => isAnswered(item, sheet[item.itemId])).length;
  return (
    <details class="progress" key={at}>
      <summary>
        <span class="dots" aria-hidden="true">
          {items.map((item, place) => (
            <i
              key={item.itemId}
              class={place === at ? 'now' : isAnswered(item, sheet[item.itemId]) ? 'done' : undefined}
            />
          ))}
        </span>
        <span class="progress-words">
          <span>{t.seeQuestions}</span>
          <span class="muted">{t.answered(done, items.length)}</span>
        </span>
      </summary>
      <Places items={items} sheet={sheet} {...(at !== undefined && { at })} {...(onGo && { onGo })} />
    </details>
  );
};
