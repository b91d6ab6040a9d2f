import { childNamed, type XmlElement } from '#shared/text/read-xml.ts';
import type { QuestionOf } from '../../question.ts';
import { PLAIN_RUBRIC, rubricIn, rubricLines } from '../rubric-text.ts';
import { type Reader, said } from './reader.ts';
import type { Texts } from './texts.ts';

/** Moodle's names for families of files; it takes types as they are, too. */
const FAMILIES: Readonly<Record<string, string>> = {
  'image/*': 'image',
  'audio/*': 'audio',
  'video/*': 'video',
};
const ENDINGS: Readonly<Record<string, string>> = {
  ...{ image: 'image/*', audio: 'audio/*', video: 'video/*' },
  ...{ '.pdf': 'application/pdf', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.png': 'image/png' },
  ...{ '.mp3': 'audio/mpeg', '.mp4': 'video/mp4' },
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const MOST_FILES = 10;

/** What kinds of files are asked for; those that nobody here knows are left out. */
const mediaTypesIn = (list: string): { readonly known: readonly string[]; readonly unknown: string } => {
  const named = list.split(/[\s,;]+/).filter(Boolean);
  const read = named.map((name) => ENDINGS[name] ?? (/^[a-z]+\/[a-z0-9.+-]+$/.test(name) ? name : undefined));
  return {
    known: [...new Set(read.flatMap((type) => type ?? []))].slice(0, MOST_FILES),
    unknown: named.filter((_, place) => !read[place]).join(', '),
  };
};

/** Any number of files is written −1; none asked for is a question that takes a text alone. */
const maxFilesIn = (attachments: number): number =>
  attachments < 0 ? MOST_FILES : Math.min(Math.max(attachments, 1), MOST_FILES);

const rubricOf = (element: XmlElement, texts: Texts) => {
  const grading = texts.words(childNamed(element, 'graderinfo'));
  const rubric = rubricIn(grading.split('\n').filter(Boolean));
  if (!rubric) texts.note('rubric-made');
  return rubric ?? PLAIN_RUBRIC;
};

/** An essay, or with files for the answer a question that files answer. */
export const essay: Reader = (element, about, texts) => {
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

type Element = (name: string, text: string) => string;
type Marked = QuestionOf<'essay'> | QuestionOf<'file-answer'>;

/** What an essay or an answer by files says beside its question, in the elements of Moodle's type Essay. */
export const essayElements = (question: Marked, html: Element, tag: Element): readonly string[] => {
  const grading = html('graderinfo', rubricLines(question.rubric).join('\n'));
  if (question.kind === 'essay') {
    const { minWords = 0, maxWords = 0 } = question;
    return [
      tag('responseformat', 'plain'),
      tag('responserequired', '1'),
      tag('attachments', '0'),
      ...(minWords ? [tag('minwordlimit', String(minWords))] : []),
      ...(maxWords ? [tag('maxwordlimit', String(maxWords))] : []),
      grading,
    ];
  }
  const types = question.mediaTypes.map((type) => FAMILIES[type] ?? type);
  return [
    tag('responseformat', 'noinline'),
    tag('responserequired', '0'),
    tag('attachments', String(question.maxFiles)),
    tag('attachmentsrequired', '1'),
    tag('filetypeslist', types.join(',')),
    grading,
  ];
};
