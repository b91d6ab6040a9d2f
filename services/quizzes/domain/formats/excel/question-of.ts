import { fold } from '#shared/text/vietnamese.ts';
import type { Question } from '../../question.ts';
import { choiceOf } from '../choice-of.ts';
import { competenceOf } from '../competence.ts';
import { type Found, type Trouble, titleOf } from '../item-file.ts';
import { lettersIn } from '../list/key-of.ts';
import { formsOf, shortAnswerOf } from '../short-answer-of.ts';
import type { Column } from './columns.ts';

type Row = ReadonlyMap<Column, string>;
type About = Pick<Question, 'title' | 'stem' | 'explanation' | 'competenceCode' | 'level'>;
type Options = ReadonlyMap<string, string>;
type Read = Question | Trouble;

const TRUTH: Readonly<Record<string, boolean>> = {
  dung: true,
  d: true,
  true: true,
  sai: false,
  s: false,
  false: false,
};

const optionsOf = (row: Row): Options =>
  new Map(
    [...row].flatMap(([column, text]): [string, string][] =>
      column.startsWith('option ') ? [[column.slice('option '.length), text]] : [],
    ),
  );

const choice = (about: About, options: Options, key: string): Read => {
  const letters =
    lettersIn(key) ?? new Set([...options].filter(([, text]) => text === key).map(([letter]) => letter));
  if ([...letters].some((letter) => !options.has(letter))) return { code: 'key-without-option' };
  return choiceOf(
    about,
    [...options].map(([letter, text]) => ({ text, right: letters.has(letter) })),
  );
};

const trueFalse = (about: About, _: Options, key: string): Read => {
  const isTrue = TRUTH[fold(key)];
  return isTrue === undefined ? { code: 'no-right-answer' } : { ...about, kind: 'true-false', isTrue };
};

const typed = (about: About, _: Options, key: string): Read => shortAnswerOf(about, key);

/** Said to be a text, so a number in it is typed as it stands. */
const text = (about: About, _: Options, key: string): Read => formsOf(about, key);

const numeric = (about: About, _: Options, key: string): Read => {
  const read = shortAnswerOf(about, key);
  return read.kind !== 'numeric' ? { code: 'no-number' } : read;
};

/** Each option is a pair "left -> right"; one that is only "-> right" belongs to nothing. */
const matching = (about: About, options: Options): Read => {
  const rows = [...options.values()].map((text) => text.split(/\s*(?:->|→|=>)\s*/));
  if (rows.some((parts) => parts.length !== 2 || !parts[1])) return { code: 'no-pair' };
  const all = rows.map(([prompt = '', choice = '']) => ({ prompt, choice }));
  const pairs = all.filter(({ prompt }) => prompt !== '');
  const distractors = all.filter(({ prompt }) => prompt === '').map(({ choice }) => choice);
  return { ...about, kind: 'matching', pairs, distractors };
};

/** What the column "Loại" can say, folded. */
const KINDS: Readonly<Record<string, (about: About, options: Options, key: string) => Read>> = {
  ...{ 'chon mot': choice, 'mot lua chon': choice, 'trac nghiem': choice, 'multiple choice': choice },
  ...{ 'chon nhieu': choice, 'nhieu lua chon': choice, checkbox: choice },
  ...{ 'dung sai': trueFalse, 'dung hay sai': trueFalse, 'true false': trueFalse },
  ...{ 'tra loi ngan': text, 'dien tu': text, 'dien vao cho trong': text, 'short answer': text },
  ...{ 'dien so': numeric, so: numeric, numeric },
  ...{ 'ghep cap': matching, 'noi cot': matching, ghep: matching, matching },
};

const kindOf = (kind: string, options: Options, key: string) => {
  if (kind !== '') return KINDS[fold(kind.replace(/[/,-]/g, ' '))];
  if (options.size > 0) return choice;
  return TRUTH[fold(key)] === undefined ? typed : trueFalse;
};

/** A row of the table in the terms of the bank, or what is wrong with it. */
export function foundIn(row: Row, line: number): Found {
  const said = (column: Column): string => row.get(column)?.trim() ?? '';
  const stem = said('stem');
  const title = said('title') || titleOf(stem);
  const found = { place: { line }, ...(title && { title }), untitled: said('title') === '' };
  if (stem === '') return { ...found, read: { code: 'no-stem' } };
  const competence = competenceOf(said('competence'), said('level'));
  if ('code' in competence) return { ...found, read: competence };
  const explanation = said('explanation');
  const about = { title, stem, ...(explanation && { explanation }), ...competence };
  const options = optionsOf(row);
  const read = kindOf(said('kind'), options, said('key'));
  if (!read) return { ...found, read: { code: 'unknown-kind', what: said('kind') } };
  return { ...found, read: read(about, options, said('key')) };
}
