import { elementsOf, textWithin, type XmlElement } from '#shared/text/read-xml.ts';

/** Control letters, and those that turn the direction of what stands beside them. */
const UNFIT = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** Without the prefix, which each tool chooses; some write names of SCORM 1.2 as SCORM 2004 does. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

export const within = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => localName(child.name) === name);

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  Object.entries(element?.attributes ?? {}).find(([key]) => localName(key) === name)?.[1];

/** On one line, without the marks of elements within. */
export const wordsOf = (element: XmlElement | undefined): string =>
  textWithin(element).replaceAll(UNFIT, ' ').trim();

/** What an element is called, cut to so many letters, none of them in half; empty where nobody said. */
export const titleOf = (element: XmlElement, letters: number): string => {
  const title = wordsOf(within(element, 'title')[0]);
  return title.length > letters ? [...title.slice(0, 2 * letters)].slice(0, letters).join('') : title;
};
