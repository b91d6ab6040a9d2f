import { childNamed, childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import type { Question } from '../../question.ts';
import { competenceAmong } from '../competence.ts';
import type { Trouble } from '../item-file.ts';
import { questionTypes } from './question-types.ts';
import { said } from './reader.ts';
import type { Texts } from './texts.ts';

/** Kinds that the bank has no place for, and what they are called in the report. */
const BEYOND: Readonly<Record<string, Trouble['code']>> = {
  ...{ description: 'description', random: 'random', randomsamatch: 'random' },
  ...{ calculated: 'calculated', calculatedmulti: 'calculated', calculatedsimple: 'calculated' },
  ...{ ddimageortext: 'drag-onto-image', ddmarker: 'drag-onto-image' },
};

const tagsIn = (element: XmlElement): readonly string[] =>
  childrenNamed(childNamed(element, 'tags'), 'tag').map((tag) => said(tag, 'text').normalize('NFC').trim());

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
  const reader = questionTypes[type];
  if (!reader) return { code: BEYOND[type] ?? 'unknown-kind', what: type };
  const { text: stem, media } = texts.read(childNamed(element, 'questiontext'));
  if (stem === '' && media.length === 0) return { code: 'no-stem' };
  const tags = tagsIn(element);
  const competence = competenceAmong(tags);
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
