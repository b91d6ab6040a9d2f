import { useMessages } from '../../messages/use-messages.ts';
import { LaterMediaFields } from './later-fields.tsx';
import { OpenedPart } from './opened-part.tsx';
import type { Question } from './question-draft.ts';
import { ScoringField } from './scoring-field.tsx';
import { type KeyOf, WorthRows } from './worth-rows.tsx';

type Option = Extract<Question, { kind: 'single-choice' }>['options'][number];
type OptionProps = {
  readonly courseId: string;
  readonly option: Option;
  readonly no: number;
  readonly onOption: (option: Option) => void;
};

const OptionMedia = ({ courseId, option, no, onOption }: OptionProps) => {
  const { questionForm } = useMessages();
  const t = questionForm.media;
  const { media = [], ...rest } = option;
  return (
    <OpenedPart title={t.ofOption(no)} isFull={media.length > 0}>
      <LaterMediaFields
        courseId={courseId}
        at={`/options/${no - 1}/media`}
        label={t.add}
        media={media}
        onMedia={(next) => onOption({ ...rest, ...(next.length > 0 && { media: next }) })}
      />
    </OpenedPart>
  );
};

type Props = KeyOf<'single-choice' | 'multiple-choice'> & { readonly courseId: string };

/** Answers to choose from, each with pictures and sounds where it has some. */
export const Choices = ({ courseId, question, onChange }: Props) => (
  <>
    {question.kind === 'multiple-choice' && <ScoringField question={question} onChange={onChange} />}
    <WorthRows
      at="/options"
      rows={question.options}
      least={2}
      more={(option: Option, no, onOption) => (
        <OptionMedia courseId={courseId} option={option} no={no} onOption={onOption} />
      )}
      onRows={(options) => onChange({ ...question, options })}
    />
  </>
);
