import { childNamed, textWithin, type XmlElement } from '#shared/text/read-xml.ts';
import type { Question } from '../../question.ts';
import type { Trouble } from '../item-file.ts';
import type { Texts } from './texts.ts';

/** What an element says beside its answers. */
type About = Pick<
  Question,
  | 'title'
  | 'stem'
  | 'media'
  | 'explanation'
  | 'competenceCode'
  | 'level'
  | 'tags'
  | 'whenRight'
  | 'whenPartly'
  | 'whenWrong'
>;
/** How one of Moodle's question types is read. */
export type Reader = (element: XmlElement, about: About, texts: Texts) => Question | Trouble;

/** The words of a child element. */
export const said = (element: XmlElement, name: string): string =>
  textWithin(childNamed(element, name)).trim();

/** Whether a child element says yes, in either of Moodle's ways. */
export const isOn = (element: XmlElement, name: string): boolean => /^(?:1|true)$/.test(said(element, name));
