import { S3Error } from './errors.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A whole answer: `root` in the namespace of S3. */
export const xmlDocument = (root: string, ...children: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${children.join('')}</${root}>`;

export type XmlElement = {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
};
type OpenElement = { name: string; children: XmlElement[]; text: string };

const TOKEN =
  /<\?xml[^?<>]*\?>|<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/**
 * Reads the XML of a request: elements and text only. Comments, DTDs, CDATA and processing instructions are
 * refused, so an entity can never be defined. Throws S3Error MalformedXML.
 */
export function parseXml(source: string, root: string): XmlElement {
  const top: OpenElement = { name: '', children: [], text: '' };
  const open: OpenElement[] = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (!match) throw new S3Error('MalformedXML');
    const [whole, closing, name, , selfClosing, text] = match;
    if (text !== undefined) addText(open, text);
    else if (name !== undefined) step(open, name, closing === '/', selfClosing === '/');
    else if (match.index !== 0) throw new S3Error('MalformedXML', `Unexpected ${whole}`);
  }
  const [element] = top.children;
  if (open.length !== 1 || top.children.length !== 1 || element?.name !== root)
    throw new S3Error('MalformedXML');
  return element;
}

function addText(open: readonly OpenElement[], text: string): void {
  const current = open.at(-1);
  if (!current || (open.length === 1 && text.trim() !== '')) throw new S3Error('MalformedXML');
  current.text += decode(text);
}

function step(open: OpenElement[], name: string, closing: boolean, selfClosing: boolean): void {
  if (closing) {
    const ended = open.pop();
    if (ended?.name !== name || selfClosing) throw new S3Error('MalformedXML');
    open.at(-1)?.children.push(ended);
    return;
  }
  const element = { name, children: [], text: '' };
  if (selfClosing) open.at(-1)?.children.push(element);
  else open.push(element);
}

function decode(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, entity: string) => {
    const character = ENTITIES[entity] ?? codePoint(entity);
    if (character === undefined || !whole.endsWith(';')) throw new S3Error('MalformedXML');
    return character;
  });
}

function codePoint(entity: string): string | undefined {
  const match = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(entity);
  if (!match) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The text of the only child called `name`; undefined when there is none. Throws MalformedXML on several. */
export function childText(element: XmlElement, name: string): string | undefined {
  const found = element.children.filter((child) => child.name === name);
  if (found.length > 1) throw new S3Error('MalformedXML');
  return found[0]?.text;
}
