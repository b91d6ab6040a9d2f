import type { NumberRange } from '../items/numeric.ts';
import type { Question } from '../question.ts';

type About = Pick<Question, 'title' | 'stem' | 'media' | 'explanation' | 'competenceCode' | 'level'>;

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const RANGE = /^(?<low>[+-]?\d+(?:[.,]\d+)?)\s*(?:\.\.|–|đến)\s*(?<high>[+-]?\d+(?:[.,]\d+)?)$/;

const numberOf = (text: string): number => Number(text.replace(',', '.'));

const rangeOf = (text: string): NumberRange | undefined => {
  const ends = RANGE.exec(text)?.groups;
  if (ends) {
    const [low = 0, high = 0] = [numberOf(ends.low ?? ''), numberOf(ends.high ?? '')].sort((a, b) => a - b);
    return { low, high, weight: 100 };
  }
  return NUMBER.test(text) ? { low: numberOf(text), high: numberOf(text), weight: 100 } : undefined;
};

const listed = (key: string): string[] =>
  [...new Set(key.split('|').map((form) => form.trim()))].filter(Boolean);

/** A short text with its accepted forms, which "|" divides. */
export const formsOf = (about: About, key: string): Question => ({
  ...about,
  kind: 'short-answer',
  accepted: listed(key).map((text) => ({ text, weight: 100 })),
});

/** A question whose key is what has to be typed: a number ("2,5", "3..4") where it is one, else a short text. */
export function shortAnswerOf(about: About, key: string): Question {
  const forms = listed(key);
  const accepted = forms.flatMap((form) => rangeOf(form) ?? []);
  if (forms.length > 0 && accepted.length === forms.length) return { ...about, kind: 'numeric', accepted };
  return formsOf(about, key);
}
