import { textOf } from '#shared/text/text-of.ts';
import type { RequestFor } from '../../api/types.ts';

export type ItemFormat = RequestFor<'importQuestions'>['body']['format'];

/** Bytes of a file, and characters of a pasted text, as the contract allows. */
export const MAX_FILE = 20 * 1024 * 1024;
export const MAX_TEXT = 1_500_000;

/** The names of a zip's files stand at its end. Bytes; of a package of many files the rest says nothing new. */
const DIRECTORY = 128 * 1024;
/** A part that each kind of package cannot do without. */
const PACKAGES: readonly (readonly [string, ItemFormat])[] = [
  ['word/document.xml', 'word'],
  ['xl/workbook.xml', 'excel'],
  ['imsmanifest.xml', 'qti'],
];

/** Marks that only one format has; a text without any is a list as people type it. */
const MARKS: readonly (readonly [RegExp, ItemFormat])[] = [
  [/<quiz[\s>]/, 'moodle-xml'],
  [/^\s*ANSWER:/im, 'aiken'],
  [/::[^:]+::|(?<!\\)\{\s*(?:[=~#]|TRUE|FALSE|T\s*[}#]|F\s*[}#])/, 'gift'],
];

/** What a text of questions is written in. */
export const formatOfText = (text: string): ItemFormat =>
  MARKS.find(([mark]) => mark.test(text))?.[1] ?? 'list';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The format of a file by what is in it, whatever it is called; undefined when it is none that can be read. */
export function formatOf(bytes: Uint8Array): ItemFormat | undefined {
  if (!isZip(bytes)) {
    const text = textOf(bytes);
    return text === undefined ? undefined : formatOfText(text);
  }
  const names = new TextDecoder('latin1').decode(bytes.subarray(-DIRECTORY));
  return PACKAGES.find(([name]) => names.includes(name))?.[1];
}
