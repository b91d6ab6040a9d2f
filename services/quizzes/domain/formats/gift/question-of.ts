import type { GIFTQuestion, NumericalChoice, NumericalFormat, TextChoice, TextFormat } from 'gift-pegjs';
import type { FaultCode } from '../../../contract.ts';
import { complaintsOf } from '../../item-types.ts';
import type { NumberRange } from '../../items/numeric.ts';
import type { Option, Question, QuestionOf } from '../../question.ts';

type About = Pick<Question, 'title' | 'stem' | 'explanation' | 'competenceCode' | 'level'>;
type Of<T extends GIFTQuestion['type']> = Extract<GIFTQuestion, { type: T }>;
export type Asked = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>;
/** What the comments above an essay say of its marking. */
export type EssayMarking = Pick<QuestionOf<'essay'>, 'rubric' | 'minWords' | 'maxWords'>;

const withFeedback = (feedback: TextFormat | null) => (feedback?.text ? { feedback: feedback.text } : {});

const optionOf = ({ isCorrect, weight, text, feedback }: TextChoice): Option => ({
  text: text.text,
  weight: weight ?? (isCorrect ? 100 : 0),
  ...withFeedback(feedback),
});

/** A choice without any `=` spreads the whole over several options; with one, a single option is the answer. */
const choice = (about: About, { choices }: Of<'MC'>): Question => ({
  ...about,
  kind: choices.some((each) => each.isCorrect) ? 'single-choice' : 'multiple-choice',
  options: choices.map(optionOf),
});

/** The grammar names the two texts after their place: the first is for a wrong answer, the second for a right one. */
const trueFalse = (about: About, { isTrue, trueFeedback, falseFeedback }: Of<'TF'>): Question => ({
  ...about,
  kind: 'true-false',
  isTrue,
  ...(trueFeedback?.text && { whenWrong: trueFeedback.text }),
  ...(falseFeedback?.text && { whenRight: falseFeedback.text }),
});

const shortAnswer = (about: About, { choices }: Of<'Short'>): Question => ({
  ...about,
  kind: 'short-answer',
  accepted: choices.map(optionOf),
});

const boundsOf = (format: NumericalFormat): { low: number; high: number } | undefined => {
  const { type, number = 0, range = 0, numberLow = 0, numberHigh = 0 } = format;
  if (type === 'simple') return { low: number, high: number };
  if (type === 'range') return { low: number - Math.abs(range), high: number + Math.abs(range) };
  if (type === 'high-low')
    return { low: Math.min(numberLow, numberHigh), high: Math.max(numberLow, numberHigh) };
  return undefined;
};

const rangeOf = ({ isCorrect, weight, text, feedback }: NumericalChoice): NumberRange[] => {
  const bounds = boundsOf(text);
  return bounds ? [{ ...bounds, weight: weight ?? (isCorrect ? 100 : 0), ...withFeedback(feedback) }] : [];
};

const numeric = (about: About, { choices }: Of<'Numerical'>): Question => {
  const listed: NumericalChoice[] = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const accepted = listed.flatMap(rangeOf);
  const otherwise = listed.find((each) => boundsOf(each.text) === undefined)?.feedback?.text;
  return { ...about, kind: 'numeric', accepted, ...(otherwise && { otherwise }) };
};

/** The grammar leaves the escapes of a pair's right side as `&&` codes. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&&092;': '\\',
  '&&058;': ':',
  '&&035;': '#',
  '&&061;': '=',
  '&&123;': '{',
  '&&125;': '}',
  '&&126;': '~',
  '&&010;': ' ',
};
const decode = (text: string): string => text.replace(/&&\d{3};/g, (code) => ESCAPES[code] ?? code);

const matching = (about: About, { matchPairs }: Of<'Matching'>): Question => {
  const rows = matchPairs.map((pair) => ({ prompt: pair.subquestion.text, choice: decode(pair.subanswer) }));
  const pairs = rows.filter((row) => row.prompt !== '');
  const distractors = rows.filter((row) => row.prompt === '').map((row) => row.choice);
  return { ...about, kind: 'matching', pairs, distractors };
};

function bodyOf(about: About, parsed: Asked, marking: EssayMarking): Question {
  switch (parsed.type) {
    case 'MC':
      return choice(about, parsed);
    case 'TF':
      return trueFalse(about, parsed);
    case 'Short':
      return shortAnswer(about, parsed);
    case 'Numerical':
      return numeric(about, parsed);
    case 'Matching':
      return matching(about, parsed);
    case 'Essay':
      return { ...about, kind: 'essay', ...marking };
    default:
      return parsed satisfies never;
  }
}

/** A parsed question in the terms of the bank, or what is wrong with it. */
export function questionOf(
  parsed: Asked,
  competence: Pick<About, 'competenceCode' | 'level'>,
  marking: EssayMarking,
): Question | FaultCode {
  const stem = parsed.stem.text.trim();
  if (stem === '') return 'no-stem';
  const title = parsed.title?.trim() || stem.slice(0, TITLE_OF_STEM);
  const explanation = parsed.globalFeedback?.text;
  const about = { title, stem, ...(explanation && { explanation }), ...competence };
  const question = bodyOf(about, parsed, marking);
  return complaintsOf(question)[0] ?? question;
}

/** A question without a title is named by the beginning of its stem. Characters. */
const TITLE_OF_STEM = 80;
