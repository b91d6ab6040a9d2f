import { fold } from '#shared/text/vietnamese.ts';
import type { Option } from './question.ts';

/** Tone marks: huyền, sắc, ngã, hỏi, nặng. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Both ways of placing the tone ("hoà", "hòa") are right in Vietnamese, so a word's tone goes to its end. */
const toneLast = (word: string): string => word.replace(TONE, '') + (word.match(TONE) ?? []).join('');

/** Case, spaces and the placing of tones do not matter; every mark does. */
const normalise = (text: string): string =>
  text.normalize('NFD').toLowerCase().trim().split(/\s+/).map(toneLast).join(' ');

const accepts = (form: string, typed: string): boolean => {
  const wanted = normalise(form);
  // An author who lists a form without marks takes the answer without marks.
  return wanted === normalise(typed) || (wanted === fold(form) && wanted === fold(typed));
};

/** The accepted form that earns most for what was typed. */
export const bestForm = (accepted: readonly Option[], typed: string): Option | undefined =>
  accepted.filter((option) => accepts(option.text, typed)).sort((a, b) => b.weight - a.weight)[0];
