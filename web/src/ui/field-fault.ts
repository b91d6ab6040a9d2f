import { useState } from 'preact/hooks';
import { formatDay } from '../format/dates.ts';
import { formatLimit } from '../format/numbers.ts';
import type { Language, Messages } from '../messages/language.ts';
import { language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useStore } from '../state/store.ts';

type Checked = Pick<HTMLInputElement, 'type'> &
  Partial<Pick<HTMLInputElement, 'min' | 'max'>> & {
    readonly validity: Partial<ValidityState>;
  };

/** What the browser's own check found, in our words: its bubbles speak the language of the browser, not of the page. */
export const sentenceOfFault = (
  { type, min = '', max = '', validity }: Checked,
  t: Messages['common']['fieldFaults'],
  shown: Language,
): string => {
  const isDay = type === 'date';
  const limit = (text: string) => (isDay ? formatDay(text, shown) : formatLimit(Number(text), shown));
  if (validity.valueMissing) return t.missing;
  if (validity.badInput || validity.stepMismatch) return isDay ? t.noDay : t.noNumber;
  if (validity.rangeUnderflow) return (isDay ? t.tooEarly : t.tooSmall)(limit(min));
  if (validity.rangeOverflow) return (isDay ? t.tooLate : t.tooLarge)(limit(max));
  return t.wrong;
};

/** The fault that sending the form found in a field, for as long as the field holds what it was found in. */
export const useFieldFault = (value: string) => {
  const { common } = useMessages();
  const shown = useStore(language);
  const [found, setFound] = useState<{ readonly value: string; readonly sentence: string }>();
  return {
    fault: found?.value === value ? found.sentence : undefined,
    onInvalid: ({ currentTarget }: { readonly currentTarget: Checked }) =>
      setFound({ value, sentence: sentenceOfFault(currentTarget, common.fieldFaults, shown) }),
  };
};
