import { useMessages } from '../../messages/use-messages.ts';
import { SelectField } from '../../ui/fields.tsx';
import type { Question } from './question-draft.ts';

/** Ways of scoring by the kind that they are for; the first is meant where nothing is said. */
const WAYS = {
  'multiple-choice': ['per-option', 'without-penalty', 'all-or-nothing'],
  matching: ['per-pair', 'all-or-nothing'],
  ordering: ['by-neighbours', 'by-place', 'all-or-nothing'],
} as const;

/** Ways that are said by saying nothing. */
const UNSAID: readonly string[] = ['per-option', 'per-pair'];

type Scored = Extract<Question, { kind: keyof typeof WAYS }>;
type Props = { readonly question: Scored; readonly onChange: (question: Question) => void };

/** How parts of an answer earn: all or nothing, part by part, with or without taking away. */
export const ScoringField = ({ question, onChange }: Props) => {
  const { questionForm } = useMessages();
  const t = questionForm.scoring;
  const [usual] = WAYS[question.kind];
  const choose = (way: string): void => {
    const { scoring: _, ...rest } = question;
    onChange({ ...rest, ...(!UNSAID.includes(way) && { scoring: way }) } as Question);
  };
  return (
    <SelectField
      label={t.label}
      value={question.scoring ?? usual}
      choices={WAYS[question.kind].map((way) => ({ value: way, text: t.ways[way] }))}
      onValue={choose}
    />
  );
};

type Compared = { readonly compare?: 'exact' | 'folded' | undefined };

/** What of a typed text matters. */
export const ComparisonField = <Row extends Compared>({
  of,
  onChange,
}: {
  readonly of: Row;
  readonly onChange: (of: Row) => void;
}) => {
  const { questionForm } = useMessages();
  const t = questionForm.compare;
  const choose = (way: string): void => {
    const { compare: _, ...rest } = of;
    onChange({ ...rest, ...(way !== 'marks' && { compare: way }) } as Row);
  };
  return (
    <SelectField
      label={t.label}
      value={of.compare ?? 'marks'}
      choices={Object.entries(t.ways).map(([value, text]) => ({ value, text }))}
      onValue={choose}
    />
  );
};
