import { childNamed, childrenNamed, readXml, textWithin, type XmlElement } from '#shared/text/read-xml.ts';
import type { EmbeddedFile } from '../embedded-file.ts';
import { type Found, type ItemFile, itemFileOf, type Refused } from '../item-file.ts';
import { questionOf } from './question-of.ts';
import { Texts } from './texts.ts';

const textIn = (element: XmlElement, name: string): string =>
  textWithin(childNamed(childNamed(element, name), 'text')).trim();

/**
 * The questions of a Moodle XML file (https://docs.moodle.org/en/Moodle_XML_format), with the pictures, sounds and
 * films that lie in it. Categories are said to be left behind: tags and competences are how this bank is sorted.
 */
export function readMoodleXml(xml: string): ItemFile | Refused {
  const root = readXml(xml);
  if (root?.name !== 'quiz') return 'file-unreadable';
  const files = new Map<string, EmbeddedFile>();
  const categories: { line: number; code: 'category'; what: string }[] = [];
  const all = childrenNamed(root, 'question').flatMap((element): Found[] => {
    const { line } = element;
    if (element.attributes.type === 'category') {
      categories.push({ line, code: 'category', what: textIn(element, 'category') });
      return [];
    }
    const texts = new Texts((file) => files.set(file.fileId, file));
    const title = textIn(element, 'name');
    const read = questionOf(element, texts);
    const formula = texts.troubles.find(({ code }) => code === 'formula');
    return [{ place: { line }, ...(title && { title }), read: formula ?? read, leftBehind: texts.troubles }];
  });
  const file = itemFileOf(all, files);
  return typeof file === 'string' ? file : { ...file, notices: [...categories, ...file.notices] };
}
