import { childNamed, childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import type { Gap } from '../../items/cloze.ts';
import type { Option, Question } from '../../question.ts';
import { competenceOf } from '../competence.ts';
import { type Trouble, titleOf } from '../item-file.ts';
import {
  type Bounds,
  boundsIn,
  type Declaration,
  declarationsIn,
  inPercent,
  processingOf,
  weightsOf,
} from './declaration.ts';
import { findAll, findOne, htmlWithin } from './names.ts';
import { essayOf, fileAnswerOf } from './person-marked.ts';
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

const numbersOf = (bounds: readonly Bounds[], { correct }: Declaration) => {
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
    ? { ...about, kind: 'numeric', accepted: numbersOf(boundsIn(item), declaration) }
    : { ...about, kind: 'short-answer', ...formsOf(declaration) };

const READERS: Readonly<Record<string, Reader>> = {
  ...{
    choiceInteraction: choice,
    orderInteraction: order,
    matchInteraction: match,
    textEntryInteraction: text,
    extendedTextInteraction: essayOf,
    uploadInteraction: fileAnswerOf,
  },
};
const INLINE: ReadonlySet<string> = new Set(['inlineChoiceInteraction', 'textEntryInteraction']);
const isInteraction = (name: string): boolean => name.endsWith('Interaction');

/** The most that a gap earns is its share of the whole; one that says nothing of it is worth as much as the others. */
const shareOf = (values: readonly number[]): number => {
  const most = Math.max(0, ...values);
  return most > 0 ? most : 1;
};

const gapOf = (item: XmlElement, interaction: XmlElement, declaration: Declaration, texts: QtiTexts): Gap => {
  const id = interaction.attributes.responseIdentifier ?? '';
  const share = shareOf(declaration.mapping.map(([, value]) => value));
  if (interaction.name === 'inlineChoiceInteraction') {
    const choices = childrenNamed(interaction, 'inlineChoice');
    const options = optionsOf(choices, { ...declaration, cardinality: 'single' }, texts);
    return { share, kind: 'single-choice', options };
  }
  if (!isNumber(declaration)) return { share, kind: 'short-answer', ...formsOf(declaration) };
  const bounds = boundsIn(item).filter(({ of }) => of === id);
  return {
    share: shareOf(bounds.map(({ value }) => value)),
    kind: 'numeric',
    accepted: numbersOf(bounds, declaration),
  };
};

/** The passage of a cloze stands in an element of its own where this bank wrote it; else all of the body is passage. */
const passageIn = (body: XmlElement): XmlElement =>
  findAll(body, (name) => name === 'div').find(({ attributes }) => attributes.class === 'passage') ?? body;

/** A body whose interactions stand within its text. */
function clozeOf(
  { item, body, about }: { readonly item: XmlElement; readonly body: XmlElement; readonly about: About },
  declared: ReadonlyMap<string, Declaration>,
  texts: QtiTexts,
): Question | Trouble {
  const gaps: Gap[] = [];
  const within = passageIn(body);
  const html = htmlWithin(within, (element) => {
    if (!INLINE.has(element.name)) return undefined;
    const declaration = declared.get(element.attributes.responseIdentifier ?? '');
    if (declaration) gaps.push(gapOf(item, element, declaration, texts));
    return `⟦${gaps.length - 1}⟧`;
  });
  const passage = texts
    .read(html)
    .text.split(/(⟦\d+⟧)/)
    .flatMap((part): (string | Gap)[] => {
      const gap = gaps[Number(/^⟦(\d+)⟧$/.exec(part)?.[1] ?? -1)];
      return gap ? [gap] : [part].filter(Boolean);
    });
  const before = htmlWithin(body, (element) => (element === within ? '' : undefined));
  const { text: stem, media } = within === body ? { text: '', media: [] } : texts.read(before);
  const { media: _, ...rest } = about;
  return {
    ...rest,
    stem: stem || about.title,
    ...(media.length > 0 && { media }),
    kind: 'cloze',
    passage,
  };
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

const isCloze = (body: XmlElement, interactions: readonly XmlElement[]): boolean =>
  interactions.every(({ name }) => INLINE.has(name)) &&
  (interactions.length > 1 ||
    interactions[0]?.name === 'inlineChoiceInteraction' ||
    passageIn(body) !== body);

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
  if (isCloze(body, interactions)) return clozeOf({ item, body, about }, declared, texts);
  const reader = READERS[interaction.name];
  const declaration = declared.get(interaction.attributes.responseIdentifier ?? '');
  if (!reader || interactions.length > 1)
    return { code: 'unknown-kind', what: interactions.map(({ name }) => name).join(', ') };
  if (!declaration) return { code: 'no-right-answer' };
  if (about.stem === '' && !about.media) return { code: 'no-stem' };
  return reader({ item, interaction, declaration, about, texts });
}
