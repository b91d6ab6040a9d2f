import './practical-task.css';
import { useMessages } from '../../../messages/use-messages.ts';
import type { SeenOf } from '../../../quiz/full-answer.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { type AnswerProps, givenTo } from './answer-props.ts';

type Seen = SeenOf<'practical-task'>;
type Element = Seen['elements'][number];

const ICONS = {
  'text-message': 'chat',
  'web-page': 'search',
  'payment-form': 'card',
  'permission-dialogue': 'shield',
} as const satisfies Readonly<Record<Seen['screen'], IconName>>;

type PartProps = {
  readonly element: Element;
  readonly isPicked: boolean;
  readonly onPick: () => void;
};

/** A part of the screen: a button under its own words, whatever it looks like. */
const Part = ({ element: { role, text, label }, isPicked, onPick }: PartProps) => {
  const { items: t } = useMessages();
  return (
    <button type="button" class={`phone-part phone-${role}`} aria-pressed={isPicked} onClick={onPick}>
      <span class="unseen">{label ? `${t.phone.roles[role]}, ` : `${t.phone.roles[role]}: `}</span>
      {label && (
        <span class="phone-label">
          {label}
          <span class="unseen">: </span>
        </span>
      )}
      <span>{text}</span>
      {isPicked && (
        <span class="phone-mark" aria-hidden="true">
          <Icon name="tick" size={20} weight={3} />
        </span>
      )}
    </button>
  );
};

/** A screen of a phone that belongs to nobody, on which everything can be tapped and nothing happens. */
const PracticalTask = ({ item, response, onAnswer }: AnswerProps<'practical-task'>) => {
  const { items: t } = useMessages();
  const { task, screen, elements } = item;
  const picked = givenTo('practical-task', response)?.elementIds ?? [];
  const pick = (elementId: string): void => {
    const others = picked.filter((id) => id !== elementId);
    const isNew = !picked.includes(elementId);
    const next = task === 'step' ? [] : others;
    onAnswer({ kind: 'practical-task', elementIds: isNew ? [...next, elementId] : others });
  };
  return (
    <>
      <p class="muted">{t.phone[task]}</p>
      <section class={`phone phone-${screen}`} aria-label={t.phone.screens[screen]}>
        <p class="phone-top" aria-hidden="true">
          <Icon name={ICONS[screen]} size={20} />
          {t.phone.screens[screen]}
        </p>
        <div class="phone-screen">
          {elements.map((element) => (
            <Part
              key={element.elementId}
              element={element}
              isPicked={picked.includes(element.elementId)}
              onPick={() => pick(element.elementId)}
            />
          ))}
        </div>
      </section>
    </>
  );
};
export default PracticalTask;
