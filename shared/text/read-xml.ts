import { Parser } from 'htmlparser2';

export type XmlElement = {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of the file, from 1. */
  readonly line: number;
};
export type XmlNode = XmlElement | string;

const MAX_DEPTH = 200;
const MAX_NODES = 1_000_000;

type Open = Omit<XmlElement, 'children'> & { readonly children: XmlNode[] };

/** Lines up to a place; places only grow. */
const lineCounter = (text: string) => {
  let line = 1;
  let next = text.indexOf('\n');
  return (place: number): number => {
    while (next !== -1 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
};

/**
 * The root of an XML text; undefined when it is not well formed, too deep or too large. A document type is refused:
 * no format here needs one, and entities are how small files become large ones.
 */
export function readXml(text: string): XmlElement | undefined {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  let isBroken = false;
  const lineAt = lineCounter(text);
  const add = (node: XmlNode): void => {
    nodes += 1;
    if (nodes > MAX_NODES || open.length > MAX_DEPTH) isBroken = true;
    else open.at(-1)?.children.push(node);
  };
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (isBroken) return;
        const element: Open = { name, attributes, children: [], line: lineAt(parser.startIndex) };
        if (open.length === 0 && root) isBroken = true;
        add(element);
        root ??= element;
        open.push(element);
      },
      ontext: (said) => {
        if (open.length > 0 && !isBroken) add(said);
      },
      onclosetag: (name) => {
        // The parser mends what the file leaves open; here it is taken for a file that was cut off.
        const isSelfClosed = text[parser.endIndex - 1] === '/';
        if (!isSelfClosed && !text.startsWith(`</${name}`, parser.startIndex)) isBroken = true;
        open.pop();
      },
      onprocessinginstruction: (name) => {
        if (name.toLowerCase() === '!doctype') isBroken = true;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return isBroken ? undefined : root;
}

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  element?.children.filter(isElement) ?? [];

export const childrenNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenNamed(element, name)[0];

/** All text within, in order. */
export const textWithin = (node: XmlNode | undefined): string => {
  if (node === undefined) return '';
  return isElement(node) ? node.children.map(textWithin).join('') : node;
};
