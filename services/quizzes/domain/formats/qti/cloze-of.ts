import { childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import type { Gap } from '../../items/cloze.ts';
import type { Question } from '../../question.ts';
import { boundsIn, type Declaration, formsOf, isNumber, numbersOf } from './declaration.ts';
import { type About, optionsOf } from './interactions.ts';
import { findAll, htmlWithin } from './names.ts';
import type { QtiTexts } from './texts.ts';

const INLINE: ReadonlySet<string> = new Set(['inlineChoiceInteraction', 'textEntryInteraction']);

/** The passage of a cloze stands in an element of its own where this bank wrote it; else all of the body is passage. */
const passageIn = (body: XmlElement): XmlElement =>
  findAll(body, (name) => name === 'div').find(({ attributes }) => attributes.class === 'passage') ?? body;

/** Whether the interactions of a body stand within its text. */
export const isCloze = (body: XmlElement, interactions: readonly XmlElement[]): boolean =>
  interactions.every(({ name }) => INLINE.has(name)) &&
  (interactions.length > 1 ||
    interactions[0]?.name === 'inlineChoiceInteraction' ||
    passageIn(body) !== body);

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

/** The text with its gaps, of a body whose interactions stand within its text. */
export function clozeOf(
  { item, body, about }: { readonly item: XmlElement; readonly body: XmlElement; readonly about: About },
  declared: ReadonlyMap<string, Declaration>,
  texts: QtiTexts,
): Question {
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
