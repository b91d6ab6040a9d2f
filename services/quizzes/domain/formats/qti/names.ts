import { elementsOf, textWithin, type XmlElement, type XmlNode } from '#shared/text/read-xml.ts';
import { escapeXml } from '#shared/text/write-xml.ts';

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * An item of any version in the names of version 2: 3.0 writes `qti-simple-choice` and `response-identifier` for
 * `simpleChoice` and `responseIdentifier`. Prefixes are dropped.
 */
export function inOldNames(element: XmlElement): XmlElement {
  const name = local(element.name);
  return {
    ...element,
    name: name.startsWith('qti-') ? camel(name.slice('qti-'.length)) : name,
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([key, value]) => [camel(local(key)), value]),
    ),
    children: element.children.map((child) => (typeof child === 'string' ? child : inOldNames(child))),
  };
}

/** All elements of these names within, in order; what is inside of one is not looked into. */
export const findAll = (element: XmlElement, isWanted: (name: string) => boolean): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (isWanted(child.name) ? [child] : findAll(child, isWanted)));

export const findOne = (element: XmlElement, name: string): XmlElement | undefined =>
  findAll(element, (each) => each === name)[0];

/** Said elsewhere, or only after an answer. */
const APART: ReadonlySet<string> = new Set([
  'feedbackInline',
  'feedbackBlock',
  'rubricBlock',
  'modalFeedback',
  'stylesheet',
  'catalogInfo',
]);

/** The content of an element as HTML; `instead` gives a text for elements that are no HTML, or nothing. */
export function htmlWithin(
  node: XmlNode,
  instead: (element: XmlElement) => string | undefined = () => undefined,
): string {
  if (typeof node === 'string') return escapeXml(node);
  return node.children
    .map((child) => {
      if (typeof child === 'string') return escapeXml(child);
      if (APART.has(child.name)) return '';
      const other = instead(child);
      if (other !== undefined) return other;
      const attributes = Object.entries(child.attributes).map(
        ([key, value]) => ` ${key}="${escapeXml(value)}"`,
      );
      return `<${child.name}${attributes.join('')}>${htmlWithin(child, instead)}</${child.name}>`;
    })
    .join('');
}

export const said = (element: XmlElement | undefined): string => textWithin(element).trim();

export const idOf = ({ attributes }: XmlElement): string => attributes.identifier ?? '';
