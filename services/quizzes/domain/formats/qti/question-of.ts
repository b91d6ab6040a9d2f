import type { Gap } from '../../items/cloze.ts';
import type { Option, Question } from '../../question.ts';
import { competenceOf } from '../competence.ts';
import { childNamed, childrenNamed, type XmlElement } from '../container/xml.ts';
import { type Trouble, titleOf } from '../item-file.ts';
import {
  boundsIn,
  type Declaration,
  declarationsIn,
  inPercent,
  processingOf,
  weightsOf,
} from './declaration.ts';
import { findAll, findOne, htmlWithin } from './names.ts';
import type { QtiTexts } from './texts.ts';

type About = Pick<Question, 'title' | 'stem' | 'media' | 'explanation' | 'competenceCode' | 'level'>;
/** An item with its interaction and what is read on the way. */
type Asked = {
  readonly item: XmlElement;
  readonly interaction: XmlElement;
  readonly declaration: Declaration;
  readonly about: About;
  readonly texts: QtiTexts;
};
type Reader = (asked: Asked) => Question | Trouble;

const idOf = ({ attributes }: XmlElement): string => attributes.identifier ?? '';

const optionsOf = (
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

const formsOf = ({ correct, mapping, caseSensitive }: Declaration) => {
  const forms = mapping.length > 0 ? mapping : correct.map((form) => [form, 1] as const);
  const weights = inPercent(
    forms.map(([, value]) => value),
    true,
  );
  return {
    accepted: forms.map(([form], at) => ({ text: form.normalize('NFC'), weight: weights[at] ?? 0 })),
    ...(caseSensitive && { compare: 'exact' as const }),
  };
};

const isNumber = ({ baseType }: Declaration): boolean => baseType === 'float' || baseType === 'integer';

const numbersOf = (item: XmlElement, { correct }: Declaration) => {
  const bounds = boundsIn(item);
  if (bounds.length === 0)
    return correct.map(Number).map((value) => ({ low: value, high: value, weight: 100 }));
  const weights = inPercent(
    bounds.map(({ value }) => value),
    true,
  );
  return bounds.map(({ low, high }, at) => ({ low, high, weight: weights[at] ?? 0 }));
};

const text: Reader = ({ item, declaration, about }) =>
  isNumber(declaration)
    ? { ...about, kind: 'numeric', accepted: numbersOf(item, declaration) }
    : { ...about, kind: 'short-answer', ...formsOf(declaration) };

const READERS: Readonly<Record<string, Reader>> = {
  ...{
    choiceInteraction: choice,
    orderInteraction: order,
    matchInteraction: match,
    textEntryInteraction: text,
  },
};
const INLINE: ReadonlySet<string> = new Set(['inlineChoiceInteraction', 'textEntryInteraction']);
const isInteraction = (name: string): boolean => name.endsWith('Interaction');

const gapOf = (interaction: XmlElement, declaration: Declaration, texts: QtiTexts): Gap => {
  if (interaction.name === 'textEntryInteraction')
    return { share: 1, kind: 'short-answer', ...formsOf(declaration) };
  return {
    share: 1,
    kind: 'single-choice',
    options: optionsOf(
      childrenNamed(interaction, 'inlineChoice'),
      { ...declaration, cardinality: 'single' },
      texts,
    ),
  };
};

/** A body whose interactions stand within its text. */
function clozeOf(
  body: XmlElement,
  about: About,
  declared: ReadonlyMap<string, Declaration>,
  texts: QtiTexts,
): Question | Trouble {
  const gaps: Gap[] = [];
  const html = htmlWithin(body, (element) => {
    if (!INLINE.has(element.name)) return undefined;
    const declaration = declared.get(element.attributes.responseIdentifier ?? '');
    if (declaration) gaps.push(gapOf(element, declaration, texts));
    return ` ⟦${gaps.length - 1}⟧ `;
  });
  const passage = texts
    .read(html)
    .text.split(/(⟦\d+⟧)/)
    .flatMap((part): (string | Gap)[] => {
      const gap = gaps[Number(/^⟦(\d+)⟧$/.exec(part)?.[1] ?? -1)];
      return gap ? [gap] : [part].filter(Boolean);
    });
  return { ...about, stem: about.title, kind: 'cloze', passage };
}

/** What is said after an answer, by the names that this bank writes. */
const explanationIn = (item: XmlElement, texts: QtiTexts): { explanation?: string } => {
  const all = childrenNamed(item, 'modalFeedback');
  const own = all.find((each) => idOf(each) === 'explanation');
  for (const other of all.filter((each) => each !== own)) texts.note('feedback-left-behind', idOf(other));
  return own ? { explanation: texts.words(own) } : {};
};

/** Stem, title and what is said afterwards; what stands inside of the interaction is asked before it. */
function aboutOf(item: XmlElement, body: XmlElement, interaction: XmlElement, texts: QtiTexts): About {
  const prompt = childNamed(interaction, 'prompt');
  const before = htmlWithin(body, (element) => (isInteraction(element.name) ? '' : undefined));
  const { text: stem, media } = texts.read(before + (prompt ? `<p>${htmlWithin(prompt)}</p>` : ''));
  const title = (item.attributes.title ?? '').trim().normalize('NFC') || titleOf(stem);
  return { title, stem, ...(media.length > 0 && { media }), ...explanationIn(item, texts) };
}

const competenceIn = (keywords: readonly string[]) => {
  const named = (name: string) =>
    keywords.find((each) => each.startsWith(`${name}:`))?.slice(name.length + 1);
  return competenceOf(named('competence') ?? '', named('level'));
};

const isCloze = (interactions: readonly XmlElement[]): boolean =>
  interactions.every(({ name }) => INLINE.has(name)) &&
  (interactions.length > 1 || interactions[0]?.name === 'inlineChoiceInteraction');

/** An item in the terms of the bank, or what is wrong with it. `keywords` come from the package. */
export function questionOf(
  item: XmlElement,
  keywords: readonly string[],
  texts: QtiTexts,
): Question | Trouble {
  const body = childNamed(item, 'itemBody');
  if (!body) return { code: 'no-stem' };
  const interactions = findAll(body, isInteraction);
  const [interaction] = interactions;
  if (!interaction) return { code: 'description' };
  const competence = competenceIn(keywords);
  if ('code' in competence) return competence;
  const about = { ...aboutOf(item, body, interaction, texts), ...competence };
  const declared = declarationsIn(item);
  if (processingOf(item) === 'own' && boundsIn(item).length === 0) texts.note('scoring-changed');
  if (isCloze(interactions)) return clozeOf(body, about, declared, texts);
  const reader = READERS[interaction.name];
  const declaration = declared.get(interaction.attributes.responseIdentifier ?? '');
  if (!reader || interactions.length > 1)
    return { code: 'unknown-kind', what: interactions.map(({ name }) => name).join(', ') };
  if (!declaration) return { code: 'no-right-answer' };
  if (about.stem === '' && !about.media) return { code: 'no-stem' };
  return reader({ item, interaction, declaration, about, texts });
}
