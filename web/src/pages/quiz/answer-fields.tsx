import { useMessages } from '../../messages/use-messages.ts';
import type { ShownFile } from '../../quiz/shown-files.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import type { AnswerProps } from './kinds/answer-props.ts';
import { comesLater, LaterAnswer } from './kinds/later-answer.tsx';
import { LaterMedia } from './kinds/later-media.tsx';

/** The sign of each option, in order. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRST';

type OptionProps = {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly sign: string;
  readonly text: string;
  readonly media?: readonly ShownFile[] | undefined;
  readonly checked: boolean;
  readonly onPick: () => void;
};

const isPicture = ({ mediaType }: ShownFile): boolean => mediaType.startsWith('image/');

/** A picture is tapped like the words of the option; what is played has controls of its own, beside it. */
const Option = ({ type, name, sign, text, media, checked, onPick }: OptionProps) => (
  <>
    <label class="option">
      <input type={type} name={name} checked={checked} onChange={onPick} />
      <span class="option-sign" aria-hidden="true">
        {sign}
      </span>
      <span>
        {text}
        <LaterMedia media={media?.filter(isPicture)} />
      </span>
    </label>
    <LaterMedia media={media?.filter((file) => !isPicture(file))} />
  </>
);

const SingleChoice = ({ item, response, onAnswer }: AnswerProps<'single-choice'>) => {
  const picked = response?.kind === 'single-choice' ? response.optionId : undefined;
  return item.options.map(({ optionId, text, media }, at) => (
    <Option
      key={optionId}
      type="radio"
      name={item.itemId}
      sign={LETTERS[at] ?? ''}
      {...{ text, media }}
      checked={picked === optionId}
      onPick={() => onAnswer({ kind: 'single-choice', optionId })}
    />
  ));
};

const MultipleChoice = ({ item, response, onAnswer }: AnswerProps<'multiple-choice'>) => {
  const { quiz: t } = useMessages();
  const picked = response?.kind === 'multiple-choice' ? response.optionIds : [];
  const isFull = picked.length >= (item.picks ?? Number.POSITIVE_INFINITY);
  const toggled = (optionId: string) => {
    if (picked.includes(optionId)) return picked.filter((other) => other !== optionId);
    // The one picked first gives way, so that a tap always does what it says.
    return [...(isFull ? picked.slice(1) : picked), optionId];
  };
  return (
    <>
      <p class="muted">{item.picks ? t.pickUpTo(item.picks) : t.pickMany}</p>
      {item.options.map(({ optionId, text, media }, at) => (
        <Option
          key={optionId}
          type="checkbox"
          name={item.itemId}
          sign={LETTERS[at] ?? ''}
          {...{ text, media }}
          checked={picked.includes(optionId)}
          onPick={() => onAnswer({ kind: 'multiple-choice', optionIds: toggled(optionId) })}
        />
      ))}
    </>
  );
};

const TrueFalse = ({ item, response, onAnswer }: AnswerProps<'true-false'>) => {
  const { quiz: t } = useMessages();
  const picked = response?.kind === 'true-false' ? response.value : undefined;
  return [true, false].map((value) => (
    <Option
      key={String(value)}
      type="radio"
      name={item.itemId}
      sign={value ? '✓' : '✕'}
      text={value ? t.true : t.false}
      checked={picked === value}
      onPick={() => onAnswer({ kind: 'true-false', value })}
    />
  ));
};

const Typed = ({ item, response, onAnswer }: AnswerProps<'short-answer' | 'numeric'>) => {
  const { quiz: t } = useMessages();
  const { kind } = item;
  const text = response?.kind === kind ? response.text : '';
  const isNumber = kind === 'numeric';
  return (
    <TextField
      label={isNumber ? t.yourNumber : t.yourAnswer}
      {...(isNumber && { hint: t.numberHint })}
      value={text}
      onValue={(value) => onAnswer({ kind, text: value })}
      input={{
        inputMode: isNumber ? 'decimal' : 'text',
        maxLength: isNumber ? 40 : 500,
        autocomplete: 'off',
        autocapitalize: 'none',
      }}
    />
  );
};

const Matching = ({ item, response, onAnswer }: AnswerProps<'matching'>) => {
  const { quiz: t } = useMessages();
  const pairs = response?.kind === 'matching' ? response.pairs : {};
  const choices = [
    { value: '', text: t.choose },
    ...item.choices.map(({ choiceId, text }) => ({ value: choiceId, text })),
  ];
  const pick = (promptId: string, choiceId: string): void => {
    const { [promptId]: _, ...others } = pairs;
    onAnswer({ kind: 'matching', pairs: choiceId === '' ? others : { ...others, [promptId]: choiceId } });
  };
  return (
    <div class="stack">
      {item.prompts.map(({ promptId, text }) => (
        <SelectField
          key={promptId}
          label={text}
          value={pairs[promptId] ?? ''}
          choices={choices}
          onValue={(choiceId) => pick(promptId, choiceId)}
        />
      ))}
    </div>
  );
};

/** What an answer to a question of any kind is given with. */
export const Answer = (props: AnswerProps) => {
  const { item, ...given } = props;
  if (item.kind === 'single-choice') return <SingleChoice item={item} {...given} />;
  if (item.kind === 'multiple-choice') return <MultipleChoice item={item} {...given} />;
  if (item.kind === 'true-false') return <TrueFalse item={item} {...given} />;
  if (item.kind === 'matching') return <Matching item={item} {...given} />;
  if (item.kind === 'short-answer' || item.kind === 'numeric') return <Typed item={item} {...given} />;
  return comesLater(item) ? <LaterAnswer item={item} {...given} /> : null;
};
