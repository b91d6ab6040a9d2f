import { childNamed, childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import type { NumberRange } from '../../items/numeric.ts';
import type { Option } from '../../question.ts';
import { asOnPaper } from '../decimals.ts';
import { essay } from './essay.ts';
import { cloze, gapText } from './gap-text.ts';
import { isOn, type Reader, said } from './reader.ts';
import type { Texts } from './texts.ts';

const weightOf = (answer: XmlElement): number => Number(answer.attributes.fraction ?? 0);
const feedbackOf = (answer: XmlElement, texts: Texts): { feedback?: string } => {
  const feedback = texts.words(childNamed(answer, 'feedback'));
  return feedback ? { feedback } : {};
};

/** An answer is its own text element. */
const optionOf = (answer: XmlElement, texts: Texts): Option => {
  const { text, media } = texts.read(answer);
  return { text, weight: weightOf(answer), ...feedbackOf(answer, texts), ...(media.length > 0 && { media }) };
};

const multichoice: Reader = (element, about, texts) => {
  if (!isOn(element, 'shuffleanswers')) texts.note('fixed-order');
  const options = childrenNamed(element, 'answer').map((answer) => optionOf(answer, texts));
  const isSingle = isOn(element, 'single');
  return { ...about, kind: isSingle ? 'single-choice' : 'multiple-choice', options };
};

const truefalse: Reader = (element, about, texts) => {
  const answers = childrenNamed(element, 'answer');
  const right = answers.find((answer) => weightOf(answer) > 0);
  const wrong = answers.find((answer) => answer !== right);
  if (!right || !wrong) return { code: 'no-right-answer' };
  const [whenRight, whenWrong] = [right, wrong].map((answer) => feedbackOf(answer, texts).feedback);
  const isTrue = said(right, 'text') === 'true';
  return {
    ...about,
    kind: 'true-false',
    isTrue,
    ...(whenRight && { whenRight }),
    ...(whenWrong && { whenWrong }),
  };
};

/** "*" stands for anything in Moodle; a form that needs it cannot be kept. */
const isPattern = (answer: XmlElement): boolean => /(?<!\\)\*/.test(said(answer, 'text'));

const shortanswer: Reader = (element, about, texts) => {
  const answers = childrenNamed(element, 'answer');
  for (const answer of answers.filter(isPattern)) texts.note('wildcard', said(answer, 'text'));
  const accepted = answers
    .filter((answer) => !isPattern(answer))
    .map((answer) => ({
      ...{ text: said(answer, 'text').replaceAll('\\*', '*').normalize('NFC'), weight: weightOf(answer) },
      ...feedbackOf(answer, texts),
    }));
  return {
    ...about,
    kind: 'short-answer',
    accepted,
    ...(isOn(element, 'usecase') && { compare: 'exact' as const }),
  };
};

const rangeOf = (answer: XmlElement, texts: Texts): NumberRange => {
  const middle = Number(said(answer, 'text').replace(',', '.'));
  const tolerance = Math.abs(Number(said(answer, 'tolerance') || 0));
  const parts = [middle, tolerance];
  return {
    ...{ low: asOnPaper(middle - tolerance, parts), high: asOnPaper(middle + tolerance, parts) },
    weight: weightOf(answer),
    ...feedbackOf(answer, texts),
  };
};

const numerical: Reader = (element, about, texts) => {
  if (childrenNamed(childNamed(element, 'units'), 'unit').length > 0) texts.note('units');
  const answers = childrenNamed(element, 'answer');
  const accepted = answers.filter((answer) => !isPattern(answer)).map((answer) => rangeOf(answer, texts));
  if (accepted.some(({ low, high }) => !Number.isFinite(low + high))) return { code: 'no-number' };
  const other = answers.find(isPattern);
  const otherwise = other && feedbackOf(other, texts).feedback;
  return { ...about, kind: 'numeric', accepted, ...(otherwise && { otherwise }) };
};

const matching: Reader = (element, about, texts) => {
  const rows = childrenNamed(element, 'subquestion').map((row) => ({
    prompt: texts.words(row),
    choice: said(childNamed(row, 'answer') ?? row, 'text').normalize('NFC'),
  }));
  const pairs = rows.filter(({ prompt }) => prompt !== '');
  const distractors = rows.filter(({ prompt }) => prompt === '').map(({ choice }) => choice);
  return { ...about, kind: 'matching', pairs, distractors };
};

/** How Moodle's ordering counts, by its number; the ways that are not here count as the nearest of ours. */
const ORDERINGS: Readonly<Record<string, 'all-or-nothing' | 'by-place' | 'by-neighbours'>> = {
  ...{ '-1': 'all-or-nothing', ALL_OR_NOTHING: 'all-or-nothing' },
  ...{ '0': 'by-place', ABSOLUTE_POSITION: 'by-place' },
  ...{ '1': 'by-neighbours', RELATIVE_NEXT_EXCLUDE_LAST: 'by-neighbours' },
};

const ordering: Reader = (element, about, texts) => {
  const scoring = ORDERINGS[said(element, 'gradingtype')];
  if (!scoring) texts.note('scoring-changed', said(element, 'gradingtype'));
  const entries = childrenNamed(element, 'answer').map((answer) => texts.words(answer));
  return { ...about, kind: 'ordering', entries, scoring: scoring ?? 'by-place' };
};

/** How a question is read, by its type. */
export const questionTypes: Readonly<Record<string, Reader>> = {
  ...{ multichoice, truefalse, shortanswer, numerical, matching, ordering },
  ...{ cloze, essay },
  ...{ gapselect: gapText('selectoption'), ddwtos: gapText('dragbox') },
};
