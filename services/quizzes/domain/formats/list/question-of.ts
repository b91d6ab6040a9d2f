import type { Media } from '../../question.ts';
import { choiceOf } from '../choice-of.ts';
import { competenceOf } from '../competence.ts';
import { type Found, type Trouble, titleOf } from '../item-file.ts';
import { shortAnswerOf } from '../short-answer-of.ts';
import { lettersIn, markedLetters } from './key-of.ts';
import type { ListedOption } from './labels.ts';
import type { StyledLine } from './styled-line.ts';

/** A question of a list as its lines gave it. */
export type Draft = {
  readonly number: number;
  readonly line: number;
  readonly stem: StyledLine[];
  readonly options: ListedOption[];
  key?: string | undefined;
  competence?: string | undefined;
  readonly explanation: string[];
  readonly troubles: Trouble[];
  readonly media: Media[];
};

const textOf = (lines: readonly StyledLine[]): string =>
  lines
    .map(({ text }) => text.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((letter) => b.has(letter));

/** The right letters; a key listed in words and one marked in the options have to agree. */
const rightLetters = ({ key, options }: Draft): ReadonlySet<string> | 'key-contradicts' => {
  const marked = markedLetters(options);
  const listed = key === undefined ? undefined : lettersIn(key);
  if (!listed) return marked;
  const starred = options.some((option) => option.starred);
  return starred && !equal(marked, listed) ? 'key-contradicts' : listed;
};

const read = (draft: Draft, about: Parameters<typeof choiceOf>[0]): Found['read'] => {
  const { options, key } = draft;
  if (options.length === 0) return key ? shortAnswerOf(about, key) : { code: 'essay' };
  if (options.some(({ letter }, place) => letter.charCodeAt(0) !== 65 + place))
    return { code: 'labels-astray' };
  const right = rightLetters(draft);
  if (right === 'key-contradicts') return { code: right };
  if ([...right].some((letter) => !options.some((option) => option.letter === letter)))
    return { code: 'key-without-option' };
  return choiceOf(
    about,
    options.map(({ letter, text, media }) => ({
      text: textOf(text),
      right: right.has(letter),
      ...(media && { media }),
    })),
  );
};

/** What a question does without. */
const NOTED: ReadonlySet<Trouble['code']> = new Set(['picture-left-behind', 'alt-missing']);

/** A question of a list in the terms of the bank, or what is wrong with it. */
export function foundIn(draft: Draft): Found {
  const { number, line, explanation, troubles } = draft;
  const stem = textOf(draft.stem);
  const title = titleOf(stem);
  const found = { place: { line, number }, ...(title && { title }), untitled: true, leftBehind: troubles };
  const lost = troubles.find(({ code }) => !NOTED.has(code));
  if (lost) return { ...found, read: lost };
  if (stem === '') return { ...found, read: { code: 'no-stem' } };
  const [code = '', level] = (draft.competence ?? '').split(/[\s,;–-]+/).filter(Boolean);
  const competence = competenceOf(code, level);
  if ('code' in competence) return { ...found, read: competence };
  const said = explanation.join('\n').trim();
  const { media } = draft;
  const about = {
    title,
    stem,
    ...(media.length > 0 && { media }),
    ...(said && { explanation: said }),
    ...competence,
  };
  return { ...found, read: read(draft, about) };
}
