import { childNamed, childrenNamed, textWithin, type XmlElement } from '#shared/text/read-xml.ts';
import type { Gap } from '../../items/cloze.ts';
import type { NumberRange } from '../../items/numeric.ts';
import type { Option, Question } from '../../question.ts';
import { competenceOf } from '../competence.ts';
import { asOnPaper } from '../decimals.ts';
import type { Trouble } from '../item-file.ts';
import { PLAIN_RUBRIC, rubricIn } from '../rubric-text.ts';
import { passageOf } from './embedded-answers.ts';
import { maxFilesIn, mediaTypesIn } from './essay.ts';
import type { Texts } from './texts.ts';

type About = Pick<
  Question,
  | 'title'
  | 'stem'
  | 'media'
  | 'explanation'
  | 'competenceCode'
  | 'level'
  | 'tags'
  | 'whenRight'
  | 'whenPartly'
  | 'whenWrong'
>;
type Reader = (element: XmlElement, about: About, texts: Texts) => Question | Trouble;

const said = (element: XmlElement, name: string): string => textWithin(childNamed(element, name)).trim();
const isOn = (element: XmlElement, name: string): boolean => /^(?:1|true)$/.test(said(element, name));
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

type Choice = { readonly text: string; readonly group: string };

const gapOf = (choices: readonly Choice[], right: Choice): Gap => ({
  share: 1,
  kind: 'single-choice',
  options: [...new Set(choices.filter(({ group }) => group === right.group).map(({ text }) => text))].map(
    (text) => ({ text, weight: text === right.text ? 100 : 0 }),
  ),
});

/** Gaps [[1]] in the text, each filled with one of its group of choices: by a list, or by dragging in Moodle. */
const gapText =
  (name: string): Reader =>
  (element, about, texts) => {
    const choices = childrenNamed(element, name).map((choice) => ({
      text: texts.words(choice),
      group: said(choice, 'group'),
    }));
    const passage = about.stem.split(/(\[\[\d+\]\])/).flatMap((part): (string | Gap)[] => {
      const number = /^\[\[(\d+)\]\]$/.exec(part)?.[1];
      const right = choices[Number(number) - 1];
      if (number === undefined || !right) return part === '' ? [] : [part];
      return [gapOf(choices, right)];
    });
    return { ...about, stem: about.title, kind: 'cloze', passage };
  };

/** The passage stands in an element of its own where this bank wrote it, else the first line without a gap asks. */
const cloze: Reader = (element, about, texts) => {
  const [before, within] = texts.parted(childNamed(element, 'questiontext'));
  const [first = '', ...rest] = within.split('\n');
  const asks = before || (rest.length > 0 && !first.includes('{') ? first : '');
  const passage = passageOf(before || !asks ? within : rest.join('\n'));
  if (typeof passage === 'string') return { code: 'embedded-answers', what: passage };
  return { ...about, stem: asks || about.title, kind: 'cloze', passage };
};

const rubricOf = (element: XmlElement, texts: Texts) => {
  const grading = texts.words(childNamed(element, 'graderinfo'));
  const rubric = rubricIn(grading.split('\n').filter(Boolean));
  if (!rubric) texts.note('rubric-made');
  return rubric ?? PLAIN_RUBRIC;
};

const essay: Reader = (element, about, texts) => {
  const rubric = rubricOf(element, texts);
  const attachments = Number(said(element, 'attachments') || 0);
  if (said(element, 'responseformat') === 'noinline') {
    const { known, unknown } = mediaTypesIn(said(element, 'filetypeslist'));
    if (unknown || known.length === 0) texts.note('file-types', unknown);
    const mediaTypes = known.length > 0 ? known : ['image/*'];
    return { ...about, kind: 'file-answer', rubric, mediaTypes, maxFiles: maxFilesIn(attachments) };
  }
  if (attachments !== 0) texts.note('files-left-behind');
  const [minWords, maxWords] = ['minwordlimit', 'maxwordlimit'].map(
    (name) => Number(said(element, name)) || 0,
  );
  return { ...about, kind: 'essay', rubric, ...(minWords && { minWords }), ...(maxWords && { maxWords }) };
};

const READERS: Readonly<Record<string, Reader>> = {
  ...{ multichoice, truefalse, shortanswer, numerical, matching, ordering },
  ...{ cloze, essay },
  ...{ gapselect: gapText('selectoption'), ddwtos: gapText('dragbox') },
};

/** Kinds that the bank has no place for, and what they are called in the report. */
const BEYOND: Readonly<Record<string, Trouble['code']>> = {
  ...{ description: 'description', random: 'random', randomsamatch: 'random' },
  ...{ calculated: 'calculated', calculatedmulti: 'calculated', calculatedsimple: 'calculated' },
  ...{ ddimageortext: 'drag-onto-image', ddmarker: 'drag-onto-image' },
};

const tagsIn = (element: XmlElement): readonly string[] =>
  childrenNamed(childNamed(element, 'tags'), 'tag').map((tag) => said(tag, 'text').normalize('NFC').trim());

/** Competence and level stand among the tags, as this bank writes them. */
const competenceIn = (tags: readonly string[]): ReturnType<typeof competenceOf> => {
  const named = (name: string) => tags.find((tag) => tag.startsWith(`${name}:`))?.slice(name.length + 1);
  return competenceOf(named('competence') ?? '', named('level'));
};

/** What an item holds of tags; a file of others may have more and longer ones. */
const MOST_TAGS = 10;
const LONGEST_TAG = 40;

function ownTags(tags: readonly string[], texts: Texts): { readonly tags?: readonly string[] } {
  const own = [...new Set(tags.filter((tag) => tag !== '' && !/^(competence|level):/.test(tag)))];
  const held = own.filter((tag) => tag.length <= LONGEST_TAG).slice(0, MOST_TAGS);
  if (held.length < own.length) texts.note('tags');
  return held.length > 0 ? { tags: held } : {};
}

/** A question element in the terms of the bank, or what is wrong with it. */
export function questionOf(element: XmlElement, texts: Texts): Question | Trouble {
  const type = element.attributes.type ?? '';
  const reader = READERS[type];
  if (!reader) return { code: BEYOND[type] ?? 'unknown-kind', what: type };
  const { text: stem, media } = texts.read(childNamed(element, 'questiontext'));
  if (stem === '' && media.length === 0) return { code: 'no-stem' };
  const tags = tagsIn(element);
  const competence = competenceIn(tags);
  if ('code' in competence) return competence;
  if (childrenNamed(element, 'hint').length > 0) texts.note('hints');
  const parts = {
    explanation: texts.words(childNamed(element, 'generalfeedback')),
    whenRight: texts.words(childNamed(element, 'correctfeedback')),
    whenPartly: texts.words(childNamed(element, 'partiallycorrectfeedback')),
    whenWrong: texts.words(childNamed(element, 'incorrectfeedback')),
  };
  const words = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
  const title = said(childNamed(element, 'name') ?? element, 'text').normalize('NFC');
  const about = { title, stem, ...(media.length > 0 && { media }), ...words, ...competence };
  return reader(element, { ...about, ...ownTags(tags, texts) }, texts);
}
