import { childNamed, readXml, type XmlElement } from '#shared/text/read-xml.ts';
import { textOf } from '#shared/text/text-of.ts';
import { readZip } from '../container/zip.ts';
import type { ItemFile, Refused } from '../item-file.ts';
import { readList } from '../list/read-list.ts';
import { linesIn } from './lines.ts';
import { listLabels } from './numbering.ts';
import { isPicture, Pictures, RELATIONS } from './pictures.ts';
import { stylesOf } from './text-style.ts';

const PARTS = {
  document: 'word/document.xml',
  numbering: 'word/numbering.xml',
  styles: 'word/styles.xml',
  relations: RELATIONS,
} as const;
const WANTED: ReadonlySet<string> = new Set(Object.values(PARTS));

/**
 * The list of questions in a Word document (.docx, ECMA-376): its text, how letters stand out, its list labels
 * and its pictures.
 */
export function readWord(bytes: Uint8Array): ItemFile | Refused {
  const parts = readZip(bytes, (name) => WANTED.has(name) || isPicture(name));
  if (typeof parts === 'string') return parts;
  const part = (name: keyof typeof PARTS): XmlElement | undefined => {
    const found = parts.get(PARTS[name]);
    const text = found && textOf(found);
    return text === undefined ? undefined : readXml(text);
  };
  const body = childNamed(part('document'), 'w:body');
  if (!body) return 'file-unreadable';
  const pictures = new Pictures(part('relations'), parts);
  const [styles, labels] = [stylesOf(part('styles')), listLabels(part('numbering'))];
  const lines = linesIn(body, { styles, labels, pictures });
  return readList(
    lines.map((line, at) => ({ ...line, line: at + 1 })),
    pictures.kept,
  );
}
