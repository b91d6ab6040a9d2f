import { useEffect, useRef } from 'preact/hooks';
import type { Response, SeenItem } from '../../../../services/quizzes/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';

type Props<Kind extends SeenItem['kind'] = SeenItem['kind']> = {
  readonly item: Extract<SeenItem, { kind: Kind }>;
  readonly response: Response | undefined;
  readonly onAnswer: (response: Response) => void;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRST';

type OptionProps = {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly sign: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onPick: () => void;
};

const Option = ({ type, name, sign, text, checked, onPick }: OptionProps) => (
  <label class="option">
    <input type={type} name={name} checked={checked} onChange={onPick} />
    <span class="option-sign" aria-hidden="true">
      {sign}
    </span>
    <span>{text}</span>
  </label>
);

const SingleChoice = ({ item, response, onAnswer }: Props<'single-choice'>) => {
  const picked = response?.kind === 'single-choice' ? response.optionId : undefined;
  return item.options.map(({ optionId, text }, at) => (
    <Option
      key={optionId}
      type="radio"
      name={item.itemId}
      sign={LETTERS[at] ?? ''}
      text={text}
      checked={picked === optionId}
      onPick={() => onAnswer({ kind: 'single-choice', optionId })}
    />
  ));
};

const MultipleChoice = ({ item, response, onAnswer }: Props<'multiple-choice'>) => {
  const { quiz: t } = useMessages();
  const picked = response?.kind === 'multiple-choice' ? response.optionIds : [];
  const toggled = (optionId: string) =>
    picked.includes(optionId) ? picked.filter((other) => other !== optionId) : [...picked, optionId];
  return (
    <>
      <p class="muted">{t.pickMany}</p>
      {item.options.map(({ optionId, text }, at) => (
        <Option
          key={optionId}
          type="checkbox"
          name={item.itemId}
          sign={LETTERS[at] ?? ''}
          text={text}
          checked={picked.includes(optionId)}
          onPick={() => onAnswer({ kind: 'multiple-choice', optionIds: toggled(optionId) })}
        />
      ))}
    </>
  );
};

const TrueFalse = ({ item, response, onAnswer }: Props<'true-false'>) => {
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

const Typed = ({ item, response, onAnswer }: Props<'short-answer' | 'numeric'>) => {
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

const Matching = ({ item, response, onAnswer }: Props<'matching'>) => {
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

const Answer = (props: Props) => {
  const { item, response, onAnswer } = props;
  const given = { response, onAnswer };
  if (item.kind === 'single-choice') return <SingleChoice item={item} {...given} />;
  if (item.kind === 'multiple-choice') return <MultipleChoice item={item} {...given} />;
  if (item.kind === 'true-false') return <TrueFalse item={item} {...given} />;
  if (item.kind === 'matching') return <Matching item={item} {...given} />;
  return <Typed item={item} {...given} />;
};

/** The option that a key names: 1 to 9, or its letter. Undefined for every other key. */
const optionOfKey = (key: string): number | undefined => {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  const letter = key.length === 1 ? LETTERS.indexOf(key.toUpperCase()) : -1;
  return letter === -1 ? undefined : letter;
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');

/** Where Enter has a meaning of its own. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement || target instanceof HTMLButtonElement;

type ItemProps = Props & {
  /** Which question it is, read with it and not seen. */
  readonly heading: string;
  readonly onNext: () => void;
};

/**
 * One question of any kind, with the answer given so far. Its heading takes the focus, so that it is read aloud; while
 * the focus is inside, a digit or a letter picks an option and Enter goes on.
 */
export const ItemView = ({ heading, onNext, ...given }: ItemProps) => {
  const group = useRef<HTMLFieldSetElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => question.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && !isControl(event.target)) {
      event.preventDefault();
      onNext();
      return;
    }
    const place = isWriting(event.target) ? undefined : optionOfKey(event.key);
    const option = group.current?.querySelectorAll<HTMLInputElement>('.option input')[place ?? -1];
    if (!option) return;
    option.focus();
    option.click();
  };
  return (
    <>
      <ReadAloud of={group} small />
      <fieldset class="item" ref={group} onKeyDown={onKeyDown}>
        <legend>
          <h1 ref={question} tabIndex={-1}>
            <span class="unseen">{heading}: </span>
            {given.item.stem}
          </h1>
        </legend>
        <Answer {...given} />
      </fieldset>
    </>
  );
};
