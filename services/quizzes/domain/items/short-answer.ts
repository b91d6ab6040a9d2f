import { fold } from '#shared/text/vietnamese.ts';
import type { Option } from '../question.ts';
import { best, complaintsIn, type ItemType } from './item-type.ts';

/** A short text that is typed; the best accepted form counts. */
export type ShortAnswer = {
  readonly accepted: readonly Option[];
  readonly compare?: Comparison;
};

/**
 * What of a text matters. `exact`: everything but spaces around it. `folded`: neither case nor any mark. Without a
 * word: the marks do, case, spaces and the placing of tones do not.
 */
type Comparison = 'exact' | 'folded';

/** Tone marks: huyền, sắc, ngã, hỏi, nặng. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Both ways of placing the tone ("hoà", "hòa") are right in Vietnamese, so a word's tone goes to its end. */
const toneLast = (word: string): string => word.replace(TONE, '') + (word.match(TONE) ?? []).join('');

/** Case, spaces and the placing of tones do not matter; every mark does. */
const normalise = (text: string): string =>
  text.normalize('NFD').toLowerCase().trim().split(/\s+/).map(toneLast).join(' ');

const accepts = (form: string, typed: string, compare: Comparison | undefined): boolean => {
  if (compare === 'exact') return form.normalize().trim() === typed.normalize().trim();
  if (compare === 'folded') return fold(form) === fold(typed);
  const wanted = normalise(form);
  // An author who lists a form without marks takes the answer without marks.
  return wanted === normalise(typed) || (wanted === fold(form) && wanted === fold(typed));
};

/** The accepted form that earns most for what was typed. */
const bestForm = ({ accepted, compare }: ShortAnswer, typed: string): Option | undefined =>
  best(accepted.filter(({ text }) => accepts(text, typed, compare)));

export const shortAnswer: ItemType<'short-answer'> = {
  present: () => ({ seen: {}, order: [] }),
  fits: () => true,
  credit: ({ question }, { text }) => [bestForm(question, text) ?? { weight: 0 }],
  right: ({ question: { kind, accepted } }) => ({ kind, text: best(accepted)?.text ?? '' }),
  complaints: ({ accepted }) =>
    complaintsIn({ 'no-right-answer': !accepted.some(({ weight }) => weight === 100) }),
};
