import './cloze.css';
import { useMessages } from '../../../messages/use-messages.ts';
import type { SeenOf } from '../../../quiz/full-answer.ts';
import { type AnswerProps, givenTo } from './answer-props.ts';

type Gap = Exclude<SeenOf<'cloze'>['passage'][number], { kind: 'text' }>;
type GapProps = {
  readonly gap: Gap;
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

const GapInput = ({ gap, name, value, onValue }: GapProps) => {
  const { quiz: t } = useMessages();
  if (gap.kind === 'single-choice')
    return (
      <select
        class="input gap"
        aria-label={name}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">{t.choose}</option>
        {gap.options.map(({ optionId, text }) => (
          <option key={optionId} value={optionId}>
            {text}
          </option>
        ))}
      </select>
    );
  const isNumber = gap.kind === 'numeric';
  return (
    <input
      class={isNumber ? 'input gap gap-number' : 'input gap'}
      type="text"
      aria-label={name}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={isNumber ? 40 : 500}
      autocomplete="off"
      autocapitalize="none"
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
};

/** A text whose gaps are filled in where they stand. */
const Cloze = ({ item, response, onAnswer }: AnswerProps<'cloze'>) => {
  const { items: t } = useMessages();
  const gaps = givenTo('cloze', response)?.gaps ?? {};
  const fill = (gapId: string, value: string): void => {
    const { [gapId]: _, ...others } = gaps;
    onAnswer({ kind: 'cloze', gaps: value === '' ? others : { ...others, [gapId]: value } });
  };
  return (
    <p class="cloze">
      {item.passage.map((part, at) => {
        if (part.kind === 'text') return <span key={at}>{part.text}</span>;
        const no = item.passage.slice(0, at + 1).filter(({ kind }) => kind !== 'text').length;
        return (
          <GapInput
            key={part.gapId}
            gap={part}
            name={t.gapNo(no)}
            value={gaps[part.gapId] ?? ''}
            onValue={(value) => fill(part.gapId, value)}
          />
        );
      })}
    </p>
  );
};
export default Cloze;
