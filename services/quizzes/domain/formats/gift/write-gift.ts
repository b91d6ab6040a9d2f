import type { Option, Question, QuestionOf } from '../../question.ts';
import { rubricLines } from '../rubric-text.ts';
import { sayable, type WrittenFile } from '../written-file.ts';

const KINDS = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'short-answer',
  'numeric',
  'matching',
  'essay',
] as const;
type GiftKind = (typeof KINDS)[number];

/** A blank line would end the question. */
const escaped = (text: string): string =>
  text.replace(/[\\:#={}~]/g, (sign) => `\\${sign}`).replace(/\n\s*/g, '\\n');
const said = (mark: '#' | '####', text: string | undefined): string =>
  text ? `${mark}${escaped(text)}` : '';

const optionLine = ({ text, weight, feedback }: Option, isRight: boolean): string => {
  const sign = isRight && weight > 0 ? '=' : '~';
  const percent = weight === (sign === '=' ? 100 : 0) ? '' : `%${weight}%`;
  return `${sign}${percent}${escaped(text)}${said('#', feedback)}`;
};

const truth = ({ isTrue, whenWrong, whenRight }: QuestionOf<'true-false'>): string => {
  const wrong = whenWrong || whenRight ? `#${escaped(whenWrong ?? '')}` : '';
  return `${isTrue ? 'TRUE' : 'FALSE'}${wrong}${said('#', whenRight)}`;
};

const numbers = ({ accepted, otherwise }: QuestionOf<'numeric'>): string[] => [
  '#',
  ...accepted.map(
    ({ low, high, weight, feedback }) =>
      `=${weight === 100 ? '' : `%${weight}%`}${low}..${high}${said('#', feedback)}`,
  ),
  ...(otherwise ? [`~${said('#', otherwise)}`] : []),
];

const pairs = ({ pairs: list, distractors }: QuestionOf<'matching'>): string[] => [
  ...list.map(({ prompt, choice }) => `=${escaped(prompt)} -> ${escaped(choice)}`),
  ...distractors.map((choice) => `= -> ${escaped(choice)}`),
];

const answersOf = (question: QuestionOf<GiftKind>): readonly string[] => {
  switch (question.kind) {
    case 'single-choice':
      return question.options.map((option) => optionLine(option, option.weight === 100));
    case 'multiple-choice':
      return question.options.map((option) => optionLine(option, false));
    case 'short-answer':
      return question.accepted.map((option) => optionLine(option, true));
    case 'true-false':
      return [truth(question)];
    case 'numeric':
      return numbers(question);
    case 'matching':
      return pairs(question);
    case 'essay':
      return [];
    default:
      return question satisfies never;
  }
};

const isGift = (question: Question): question is QuestionOf<GiftKind> =>
  (KINDS as readonly string[]).includes(question.kind);

/** GIFT says nothing of how an essay is marked: comments above it do. */
const essayComments = ({ rubric, minWords, maxWords }: QuestionOf<'essay'>): string => {
  const words = minWords || maxWords ? [`// words: ${minWords ?? ''}..${maxWords ?? ''}`] : [];
  const lines = [...words, ...rubricLines(rubric).map((line) => `// rubric: ${line}`)];
  return lines.map((line) => `${line}\n`).join('');
};

const written = (question: QuestionOf<GiftKind>): string => {
  const { competenceCode, level, title, stem, explanation } = question;
  const mark = competenceCode ? `// competence: ${competenceCode}${level ? ` level: ${level}` : ''}\n` : '';
  const answers = answersOf(question).join('\n');
  const above = question.kind === 'essay' ? essayComments(question) : '';
  return `${above}${mark}::${escaped(title)}::${escaped(stem)}{${answers}\n${said('####', explanation)}}\n`;
};

/** Questions as a GIFT file (https://docs.moodle.org/en/GIFT_format), with the competence in a comment above each. */
export function writeGift(questions: readonly Question[]): WrittenFile {
  const { held, notices } = sayable(questions, { kinds: KINDS });
  const gift = held.filter(isGift).map(written).join('\n');
  return {
    bytes: new TextEncoder().encode(gift),
    mediaType: 'text/plain; charset=utf-8',
    ending: 'gift',
    notices,
  };
}
