import { childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import type { Option, Question } from '../../question.ts';
import type { Trouble } from '../item-file.ts';
import {
  boundsIn,
  type Declaration,
  formsOf,
  isNumber,
  numbersOf,
  processingOf,
  weightsOf,
} from './declaration.ts';
import { findAll, findOne, htmlWithin, idOf } from './names.ts';
import { essayOf, fileAnswerOf } from './person-marked.ts';
import type { QtiTexts } from './texts.ts';

/** What an item says beside its answers. */
export type About = Pick<Question, 'title' | 'stem' | 'media' | 'explanation' | 'competenceCode' | 'level'>;
/** An item with its interaction and what is read on the way. */
type Asked = {
  readonly item: XmlElement;
  readonly interaction: XmlElement;
  readonly declaration: Declaration;
  readonly about: About;
  readonly texts: QtiTexts;
};
type Reader = (asked: Asked) => Question | Trouble;

/** The choices of an interaction with what each is worth. */
export const optionsOf = (
  choices: readonly XmlElement[],
  declaration: Declaration,
  texts: QtiTexts,
): readonly Option[] => {
  const weights = weightsOf(declaration, choices.map(idOf));
  return choices.map((choice, at) => {
    const { text, media } = texts.read(htmlWithin(choice));
    const inline = findOne(choice, 'feedbackInline');
    const feedback = inline && texts.words(inline);
    return {
      ...{ text, weight: weights[at] ?? 0 },
      ...(feedback && { feedback }),
      ...(media.length > 0 && { media }),
    };
  });
};

const choice: Reader = ({ item, interaction, declaration, about, texts }) => {
  if (interaction.attributes.shuffle !== 'true') texts.note('fixed-order');
  const choices = findAll(interaction, (name) => name === 'simpleChoice');
  const ids = choices.map(idOf);
  if (ids.length === 2 && ids.includes('true') && ids.includes('false'))
    return { ...about, kind: 'true-false', isTrue: declaration.correct.includes('true') };
  const options = optionsOf(choices, declaration, texts);
  if (declaration.cardinality === 'single') return { ...about, kind: 'single-choice', options };
  const isWhole = processingOf(item) === 'match';
  return {
    ...about,
    kind: 'multiple-choice',
    options,
    ...(isWhole && { scoring: 'all-or-nothing' as const }),
  };
};

const order: Reader = ({ interaction, declaration, about, texts }) => {
  const choices = new Map(
    findAll(interaction, (name) => name === 'simpleChoice').map((each) => [idOf(each), each]),
  );
  const entries = declaration.correct.flatMap((id) => {
    const entry = choices.get(id);
    return entry ? [texts.words(entry)] : [];
  });
  if (entries.length < choices.size) return { code: 'no-right-answer' };
  return { ...about, kind: 'ordering', entries, scoring: 'all-or-nothing' };
};

const match: Reader = ({ item, interaction, declaration, about, texts }) => {
  const [left = [], right = []] = childrenNamed(interaction, 'simpleMatchSet').map((set) =>
    childrenNamed(set, 'simpleAssociableChoice').map((each) => ({ id: idOf(each), text: texts.words(each) })),
  );
  const textOf = (id: string | undefined): string | undefined => right.find((each) => each.id === id)?.text;
  const partner = new Map(declaration.correct.map((pair) => pair.split(/\s+/) as [string, string]));
  const pairs = left.flatMap(({ id, text }) => {
    const found = textOf(partner.get(id));
    return found === undefined ? [] : [{ prompt: text, choice: found }];
  });
  if (pairs.length < left.length || declaration.correct.length > left.length) return { code: 'prompt-twice' };
  const used = new Set(partner.values());
  const distractors = right.filter(({ id }) => !used.has(id)).map(({ text }) => text);
  if (new Set(declaration.mapping.map(([, value]) => value)).size > 1) texts.note('scoring-changed');
  const isWhole = processingOf(item) === 'match';
  return {
    ...about,
    kind: 'matching',
    pairs,
    distractors,
    ...(isWhole && { scoring: 'all-or-nothing' as const }),
  };
};

const text: Reader = ({ item, declaration, about }) =>
  isNumber(declaration)
    ? { ...about, kind: 'numeric', accepted: numbersOf(boundsIn(item), declaration) }
    : { ...about, kind: 'short-answer', ...formsOf(declaration) };

/** How the one interaction of an item is read, by its name. */
export const interactionReaders: Readonly<Record<string, Reader>> = {
  choiceInteraction: choice,
  orderInteraction: order,
  matchInteraction: match,
  textEntryInteraction: text,
  extendedTextInteraction: essayOf,
  uploadInteraction: fileAnswerOf,
};
