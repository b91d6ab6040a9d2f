import { useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea } from '../../ui/fields.tsx';
import { type Gap, markOf, type NamedGap, passageOf, typedPassage } from './cloze-text.ts';
import { NumberField } from './number-field.tsx';
import { ComparisonField } from './scoring-field.tsx';
import { PartFault, useFaultAt } from './told-faults.tsx';
import { type KeyOf, RangeRows, WorthRows } from './worth-rows.tsx';

const BLANK_GAPS: { readonly [K in Gap['kind']]: Extract<Gap, { kind: K }> } = {
  'short-answer': { kind: 'short-answer', share: 1, accepted: [{ text: '', weight: 100 }] },
  'single-choice': {
    kind: 'single-choice',
    share: 1,
    options: [
      { text: '', weight: 100 },
      { text: '', weight: 0 },
    ],
  },
  numeric: { kind: 'numeric', share: 1, accepted: [{ low: 0, high: 0, weight: 100 }] },
};

/** Its own object each time: a gap is found in its passage by what it is, not by what it is like. */
const blankGap = (kind: Gap['kind']): Gap => structuredClone(BLANK_GAPS[kind]);

type GapProps = { readonly at: string; readonly gap: Gap; readonly onGap: (gap: Gap) => void };

const GapKey = ({ at, gap, onGap }: GapProps) => {
  if (gap.kind === 'numeric')
    return (
      <RangeRows
        at={`${at}/accepted`}
        rows={gap.accepted}
        onRows={(accepted) => onGap({ ...gap, accepted })}
      />
    );
  if (gap.kind === 'single-choice')
    return (
      <WorthRows
        at={`${at}/options`}
        rows={gap.options}
        least={2}
        onRows={(options) => onGap({ ...gap, options })}
      />
    );
  return (
    <>
      <ComparisonField of={gap} onChange={onGap} />
      <WorthRows
        at={`${at}/accepted`}
        rows={gap.accepted}
        least={1}
        onRows={(accepted) => onGap({ ...gap, accepted })}
      />
    </>
  );
};

type GapFieldsProps = GapProps & { readonly no: number; readonly onRemove: () => void };

const GapFields = ({ at, no, gap, onGap, onRemove }: GapFieldsProps) => {
  const { bank, questionForm } = useMessages();
  const t = questionForm.cloze;
  const faultAt = useFaultAt();
  const kinds = Object.keys(BLANK_GAPS).map((kind) => ({
    value: kind,
    text: bank.kinds[kind as Gap['kind']],
  }));
  return (
    <fieldset class="key-row key-part" data-row>
      <legend class="strong">{t.gap(markOf(no))}</legend>
      <SelectField
        label={t.kind}
        value={gap.kind}
        choices={kinds}
        onValue={(kind) => onGap({ ...blankGap(kind as Gap['kind']), share: gap.share })}
      />
      <NumberField
        label={t.share}
        value={gap.share}
        fault={faultAt(`${at}/share`)}
        onNumber={(share) => onGap({ ...gap, share })}
      />
      <GapKey key={gap.kind} at={at} gap={gap} onGap={onGap} />
      <PartFault at={at} />
      <div>
        <Button look="quiet" small onClick={onRemove}>
          {t.remove(markOf(no))}
        </Button>
      </div>
    </fieldset>
  );
};

/** The text as it is typed and its gaps beside the passage that they are. */
const usePassage = ({ question, onChange }: KeyOf<'cloze'>) => {
  const [typed, setTyped] = useState(() => typedPassage(question.passage));
  const change = (text: string, gaps: readonly NamedGap[]): void => {
    setTyped({ text, gaps });
    onChange({ ...question, passage: passageOf(text, gaps).passage });
  };
  const next = Math.max(
    0,
    ...typed.gaps.map(({ no }) => no),
    ...[...typed.text.matchAll(/\[(\d{1,3})\]/g)].map(([, no]) => Number(no)),
  );
  return { ...typed, next: next + 1, change, missing: passageOf(typed.text, typed.gaps).missing };
};

/** A text with its gaps: marks such as [1] stand where a gap is, and each gap has its own key. */
export const ClozeFields = (props: KeyOf<'cloze'>) => {
  const { passage } = props.question;
  const { questionForm } = useMessages();
  const t = questionForm.cloze;
  const faultAt = useFaultAt();
  const { text, gaps, next, change, missing } = usePassage(props);
  const area = useRef<HTMLDivElement>(null);
  const add = (): void => {
    // Where the cursor stands; at the end for who has not been there yet.
    const at = area.current?.querySelector('textarea')?.selectionStart ?? text.length;
    const place = at === 0 ? text.length : at;
    const marked = `${text.slice(0, place)}${markOf(next)}${text.slice(place)}`;
    change(marked, [...gaps, { no: next, gap: blankGap('short-answer') }]);
  };
  const remove = (no: number): void =>
    change(
      text.replace(markOf(no), ''),
      gaps.filter((each) => each.no !== no),
    );
  return (
    <div class="stack">
      <div ref={area} class="key-part">
        <TextArea
          label={t.text}
          hint={t.hint}
          value={text}
          fault={missing[0] === undefined ? faultAt('/passage') : t.missing(markOf(missing[0]))}
          onValue={(typed) => change(typed, gaps)}
          rows={5}
          maxLength={4000}
          required
        />
      </div>
      {gaps.map(({ no, gap }, place) => (
        <GapFields
          key={no}
          no={no}
          at={`/passage/${passage.indexOf(gap)}`}
          gap={gap}
          onGap={(changed) => change(text, gaps.with(place, { no, gap: changed }))}
          onRemove={() => remove(no)}
        />
      ))}
      <div>
        <Button look="quiet" onClick={add}>
          {t.add}
        </Button>
      </div>
    </div>
  );
};
