import './ordering.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { type AnswerProps, givenTo } from './answer-props.ts';

type Step = -1 | 1;
/** What was moved last, and how: the focus stays with it. */
type Move = { readonly entryId: string; readonly step: Step };

const moved = (ids: readonly string[], { entryId, step }: Move): string[] => {
  const from = ids.indexOf(entryId);
  const rest = ids.filter((id) => id !== entryId);
  return rest.toSpliced(from + step, 0, entryId);
};

type EntryProps = {
  readonly text: string;
  readonly place: number;
  readonly count: number;
  readonly onMove: (step: Step) => void;
};

const Entry = ({ text, place, count, onMove }: EntryProps) => {
  const { items: t } = useMessages();
  const steps = [
    { step: -1, name: t.moveUp(text), icon: 'up', isPossible: place > 0 },
    { step: 1, name: t.moveDown(text), icon: 'down', isPossible: place < count - 1 },
  ] as const;
  return (
    <>
      <span class="entry-no" aria-hidden="true">
        {place + 1}
      </span>
      <span class="entry-text">{text}</span>
      {steps.map(({ step, name, icon, isPossible }) => (
        <button
          key={step}
          type="button"
          class="entry-move"
          data-step={step}
          aria-label={name}
          aria-disabled={isPossible ? undefined : 'true'}
          onClick={() => isPossible && onMove(step)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </>
  );
};

/** Entries to be put in order: each is moved by its arrows, and says where it is now. */
const Ordering = ({ item, response, onAnswer }: AnswerProps<'ordering'>) => {
  const { items: t } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<Move>();
  const given = givenTo('ordering', response)?.entryIds;
  const ids = given ?? item.entries.map(({ entryId }) => entryId);
  const texts = new Map(item.entries.map(({ entryId, text }) => [entryId, text]));
  const textOf = (entryId: string): string => texts.get(entryId) ?? '';
  const order = ids.join(' ');
  useLayoutEffect(() => {
    if (!last) return;
    const entry = list.current?.querySelector(`[data-entry="${last.entryId}"]`);
    entry?.querySelector<HTMLButtonElement>(`[data-step="${last.step}"]`)?.focus();
  }, [order, last]);
  const move = (next: Move): void => {
    setLast(next);
    onAnswer({ kind: 'ordering', entryIds: moved(ids, next) });
  };
  return (
    <>
      <p class="muted">{t.orderHint}</p>
      <ol class="ordering" ref={list}>
        {ids.map((entryId, place) => (
          <li key={entryId} data-entry={entryId}>
            <Entry
              text={textOf(entryId)}
              place={place}
              count={ids.length}
              onMove={(step) => move({ entryId, step })}
            />
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {last && t.movedTo(textOf(last.entryId), ids.indexOf(last.entryId) + 1, ids.length)}
      </p>
      {!given && (
        <Button look="quiet" onClick={() => onAnswer({ kind: 'ordering', entryIds: ids })}>
          {t.keepOrder}
        </Button>
      )}
    </>
  );
};
export default Ordering;
