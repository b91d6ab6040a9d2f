import type { XmlElement } from '#shared/text/read-xml.ts';
import { escapeXml } from '#shared/text/write-xml.ts';
import type { Question, QuestionOf } from '../../question.ts';
import { PLAIN_RUBRIC, rubricIn, rubricLines } from '../rubric-text.ts';
import { findOne, htmlWithin } from './names.ts';
import type { QtiTexts } from './texts.ts';

type Marked = QuestionOf<'essay'> | QuestionOf<'file-answer'>;
type About = Pick<Question, 'title' | 'stem'>;

/** Numbers that the standard has no place for stand in attributes that it leaves to authors. */
const attribute = (name: string, value: number | undefined): string =>
  value ? ` data-${name}="${value}"` : '';

const interactionOf = (question: Marked): string => {
  if (question.kind === 'essay')
    return `<qti-extended-text-interaction response-identifier="RESPONSE"${attribute('min-words', question.minWords)}${attribute('max-words', question.maxWords)}/>`;
  const { mediaTypes, maxFiles } = question;
  return `<qti-upload-interaction response-identifier="RESPONSE" type="${escapeXml(mediaTypes.join(' '))}"${attribute('max-files', maxFiles)}/>`;
};

/** What a person marks: the answer, and by which rubric those see who mark. */
export function personMarkedBody(question: Marked) {
  const lines = rubricLines(question.rubric).map((line) => `<p>${escapeXml(line)}</p>`);
  const baseType = question.kind === 'essay' ? 'string' : 'file';
  return {
    declaration: `<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="${baseType}"/>`,
    interaction: `${interactionOf(question)}<qti-rubric-block use="scoring" view="scorer"><qti-content-body>${lines.join('')}</qti-content-body></qti-rubric-block>`,
    processing: '',
  };
}

function rubricOf(item: XmlElement, texts: QtiTexts) {
  const block = findOne(item, 'rubricBlock');
  const rubric = block && rubricIn(texts.read(htmlWithin(block)).text.split('\n').filter(Boolean));
  if (!rubric) texts.note('rubric-made');
  return rubric ?? PLAIN_RUBRIC;
}

type Asked = {
  readonly item: XmlElement;
  readonly interaction: XmlElement;
  readonly about: About;
  readonly texts: QtiTexts;
};

const count = ({ attributes }: XmlElement, name: string): number | undefined =>
  Number(attributes[name]) || undefined;

export const essayOf = ({ item, interaction, about, texts }: Asked): Question => {
  const [minWords, maxWords] = [count(interaction, 'dataMinWords'), count(interaction, 'dataMaxWords')];
  const rubric = rubricOf(item, texts);
  return { ...about, kind: 'essay', rubric, ...(minWords && { minWords }), ...(maxWords && { maxWords }) };
};

const MEDIA_TYPE = /^[a-z]+\/(?:[a-z0-9.+-]+|\*)$/;
const MOST = 10;

export const fileAnswerOf = ({ item, interaction, about, texts }: Asked): Question => {
  const named = (interaction.attributes.type ?? '').split(/\s+/).filter(Boolean);
  const known = named.filter((type) => MEDIA_TYPE.test(type)).slice(0, MOST);
  if (known.length < named.length || known.length === 0) texts.note('file-types', named.join(' '));
  return {
    ...about,
    kind: 'file-answer',
    rubric: rubricOf(item, texts),
    mediaTypes: known.length > 0 ? known : ['image/*'],
    maxFiles: Math.min(count(interaction, 'dataMaxFiles') ?? 1, MOST),
  };
};
