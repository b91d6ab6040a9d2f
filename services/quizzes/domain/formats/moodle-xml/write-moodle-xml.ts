import { escapeXml } from '#shared/text/write-xml.ts';
import type { NumberRange } from '../../items/numeric.ts';
import type { Kind, Media, Option, Question, QuestionOf } from '../../question.ts';
import { asOnPaper } from '../decimals.ts';
import { endingOf } from '../embedded-file.ts';
import { type Files, sayable, type WrittenFile } from '../written-file.ts';
import { embedded } from './embedded-answers.ts';
import { essayElements } from './essay.ts';
import { PASSAGE } from './texts.ts';

const KINDS = [
  ...(['single-choice', 'multiple-choice', 'true-false', 'short-answer', 'numeric'] as const),
  ...(['matching', 'ordering', 'cloze', 'essay', 'file-answer'] as const),
] as const;
type MoodleKind = (typeof KINDS)[number];

const TYPES: Readonly<Record<MoodleKind, string>> = {
  ...{ 'single-choice': 'multichoice', 'multiple-choice': 'multichoice', 'true-false': 'truefalse' },
  ...{ 'short-answer': 'shortanswer', numeric: 'numerical', matching: 'matching', ordering: 'ordering' },
  ...{ cloze: 'cloze', essay: 'essay', 'file-answer': 'essay' },
};
const ORDERINGS = { 'all-or-nothing': '-1', 'by-place': '0', 'by-neighbours': '1' } as const;

/** Kinds whose answers Moodle speaks of as a whole. */
const WHOLE: readonly Kind[] = [
  ...(['single-choice', 'multiple-choice', 'short-answer', 'numeric', 'matching', 'ordering'] as const),
];

const tag = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
const plain = (text: string): string => `<text>${escapeXml(text)}</text>`;

/** Plain words as HTML, within XML: escaped once for each. */
const asHtml = (text: string): string => escapeXml(escapeXml(text).replaceAll('\n', '<br>'));

const fileName = ({ fileId, mediaType }: Media): string => `${fileId}.${endingOf(mediaType)}`;
const shown = (media: Media): string => {
  const source = `src="@@PLUGINFILE@@/${fileName(media)}"`;
  if (media.mediaType.startsWith('image/')) return `<p><img ${source} alt="${escapeXml(media.alt)}"></p>`;
  const name = media.mediaType.startsWith('audio/') ? 'audio' : 'video';
  return `<p><${name} controls ${source} title="${escapeXml(media.alt)}"></${name}></p>`;
};

/** Writes the texts of questions with the files that belong to them. */
class Writer {
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  html(text: string, media: readonly Media[] = [], after = ''): string {
    const held = media.filter(({ fileId }) => this.#files.has(fileId));
    const files = held.map((each) => {
      const bytes = Buffer.from(this.#files.get(each.fileId)?.bytes ?? []).toString('base64');
      return `<file name="${fileName(each)}" path="/" encoding="base64">${bytes}</file>`;
    });
    return `<text>${asHtml(text)}${escapeXml(held.map(shown).join(''))}${after}</text>${files.join('')}`;
  }

  element(name: string, text: string | undefined, media?: readonly Media[]): string {
    return text || media ? `<${name} format="html">${this.html(text ?? '', media)}</${name}>` : '';
  }

  option({ text, weight, feedback, media }: Option): string {
    return `<answer fraction="${weight}" format="html">${this.html(text, media)}${this.element('feedback', feedback)}</answer>`;
  }

  answer(text: string, weight: number, feedback: string | undefined, more = ''): string {
    return `<answer fraction="${weight}" format="plain_text">${plain(text)}${more}${this.element('feedback', feedback)}</answer>`;
  }
}

type Body<K extends MoodleKind> = (question: QuestionOf<K>, writer: Writer) => readonly string[];

const choice = ({ kind, options }: QuestionOf<'single-choice' | 'multiple-choice'>, writer: Writer) => [
  tag('single', String(kind === 'single-choice')),
  tag('shuffleanswers', '1'),
  tag('answernumbering', 'ABCD'),
  ...options.map((option) => writer.option(option)),
];

const middle = ({ low, high }: NumberRange): number => asOnPaper((low + high) / 2, [low, high], 1);
const tolerance = ({ low, high }: NumberRange): number => asOnPaper((high - low) / 2, [low, high], 1);

const BODIES: { readonly [K in MoodleKind]: Body<K> } = {
  'single-choice': choice,
  'multiple-choice': choice,
  'true-false': ({ isTrue, whenRight, whenWrong }, writer) => [
    writer.answer('true', isTrue ? 100 : 0, isTrue ? whenRight : whenWrong),
    writer.answer('false', isTrue ? 0 : 100, isTrue ? whenWrong : whenRight),
  ],
  'short-answer': ({ accepted, compare }, writer) => [
    tag('usecase', compare === 'exact' ? '1' : '0'),
    ...accepted.map(({ text, weight, feedback }) =>
      writer.answer(text.replaceAll('*', '\\*'), weight, feedback),
    ),
  ],
  numeric: ({ accepted, otherwise }, writer) => [
    ...accepted.map((range) =>
      writer.answer(
        String(middle(range)),
        range.weight,
        range.feedback,
        tag('tolerance', String(tolerance(range))),
      ),
    ),
    ...(otherwise ? [writer.answer('*', 0, otherwise)] : []),
  ],
  matching: ({ pairs, distractors }, writer) =>
    [...pairs, ...distractors.map((choiceText) => ({ prompt: '', choice: choiceText }))].map(
      ({ prompt, choice: right }) =>
        `<subquestion format="html">${writer.html(prompt)}<answer>${plain(right)}</answer></subquestion>`,
    ),
  ordering: ({ entries, scoring }, writer) => [
    tag('gradingtype', ORDERINGS[scoring]),
    ...entries.map(
      (entry, at) => `<answer fraction="${at + 1}" format="html">${writer.html(entry)}</answer>`,
    ),
  ],
  cloze: () => [],
  essay: (question, writer) => essayElements(question, (name, text) => writer.element(name, text), tag),
  'file-answer': (question, writer) =>
    essayElements(question, (name, text) => writer.element(name, text), tag),
};

/** The words of a cloze, and behind them its passage with the answers in it. */
const passageHtml = ({ passage }: QuestionOf<'cloze'>): string => {
  const parts = passage.map((part) => asHtml(typeof part === 'string' ? part : embedded(part)));
  return `${escapeXml(PASSAGE)}${parts.join('')}${escapeXml('</div>')}`;
};

const isSayable = (question: Question): question is QuestionOf<MoodleKind> =>
  (KINDS as readonly string[]).includes(question.kind);

const tagsOf = ({ competenceCode, level, tags: own = [] }: Question): string => {
  const named = [competenceCode && `competence:${competenceCode}`, level && `level:${level}`];
  const tags = [...named, ...own].filter(Boolean);
  return tags.length > 0
    ? `<tags>${tags.map((each) => `<tag>${plain(each ?? '')}</tag>`).join('')}</tags>`
    : '';
};

const written = (question: QuestionOf<MoodleKind>, writer: Writer): string => {
  const { kind, title, stem, media, explanation, whenRight, whenPartly, whenWrong } = question;
  const body = BODIES[kind] as unknown as Body<MoodleKind>;
  // A question of true or false says these words in its answers.
  const whole =
    kind === 'true-false' || !WHOLE.includes(kind)
      ? []
      : [
          writer.element('correctfeedback', whenRight),
          writer.element('partiallycorrectfeedback', whenPartly),
          writer.element('incorrectfeedback', whenWrong),
        ];
  return [
    `<question type="${TYPES[kind]}"><name>${plain(title)}</name>`,
    `<questiontext format="html">${writer.html(stem, media ?? [], kind === 'cloze' ? passageHtml(question) : '')}</questiontext>`,
    writer.element('generalfeedback', explanation),
    ...whole,
    ...body(question, writer),
    `${tagsOf(question)}</question>`,
  ].join('\n');
};

/** Questions as a Moodle XML file, pictures and sounds within. */
export function writeMoodleXml(questions: readonly Question[], files: Files): WrittenFile {
  const says = {
    kinds: KINDS,
    media: true,
    tags: true,
    wholeFeedback: WHOLE,
    exactComparison: true,
    wholeShares: true,
  };
  const { held, notices } = sayable(questions, says);
  const writer = new Writer(files);
  const body = held.filter(isSayable).map((question) => written(question, writer));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${body.join('\n')}\n</quiz>\n`;
  return { bytes: new TextEncoder().encode(xml), mediaType: 'application/xml', ending: 'xml', notices };
}
