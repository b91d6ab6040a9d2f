import { childNamed, childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import type { Question } from '../../question.ts';
import { competenceAmong } from '../competence.ts';
import { type Trouble, titleOf } from '../item-file.ts';
import { clozeOf, isCloze } from './cloze-of.ts';
import { boundsIn, declarationsIn, processingOf } from './declaration.ts';
import { type About, interactionReaders } from './interactions.ts';
import { findAll, htmlWithin, idOf } from './names.ts';
import type { QtiTexts } from './texts.ts';

const isInteraction = (name: string): boolean => name.endsWith('Interaction');

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
  const competence = competenceAmong(keywords);
  if ('code' in competence) return competence;
  const about = { ...aboutOf(item, body, interaction, texts), ...competence };
  const declared = declarationsIn(item);
  if (processingOf(item) === 'own' && boundsIn(item).length === 0) texts.note('scoring-changed');
  if (isCloze(body, interactions)) return clozeOf({ item, body, about }, declared, texts);
  const reader = interactionReaders[interaction.name];
  const declaration = declared.get(interaction.attributes.responseIdentifier ?? '');
  if (!reader || interactions.length > 1)
    return { code: 'unknown-kind', what: interactions.map(({ name }) => name).join(', ') };
  if (!declaration) return { code: 'no-right-answer' };
  if (about.stem === '' && !about.media) return { code: 'no-stem' };
  return reader({ item, interaction, declaration, about, texts });
}
