import { childNamed, elementsOf, textWithin, type XmlElement } from '#shared/text/read-xml.ts';
import type { Media } from '../../question.ts';
import type { Trouble } from '../item-file.ts';
import type { ListLine } from '../list/read-list.ts';
import { type Pictures, picturesIn } from './pictures.ts';
import { bitsOf, type Styles } from './text-style.ts';

type Labels = (listId: string, depth: number) => string;
type Writer = {
  text: string;
  readonly styles: number[];
  readonly troubles: Trouble[];
  readonly media: Media[];
};
/** What a document says of its letters, its lists and its pictures beside its text. */
type Beside = { readonly styles: Styles; readonly labels: Labels; readonly pictures: Pictures };

/** What a text cannot hold, and its name in the report. */
const LEFT_BEHIND: Readonly<Record<string, Trouble['code']>> = {
  'm:oMath': 'formula',
  'm:oMathPara': 'formula',
  'w:object': 'object-left-behind',
};
/** Deleted text that is still on record, and the second form of what is written twice. */
const SKIPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:pPr', 'w:rPr']);
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

const write = (writer: Writer, text: string, bits: number): void => {
  writer.text += text;
  for (let at = 0; at < text.length; at += 1) writer.styles.push(bits);
};

const DRAWINGS: ReadonlySet<string> = new Set(['w:drawing', 'w:pict']);

const draw = (drawing: XmlElement, writer: Writer, pictures: Pictures): void => {
  const { media, troubles } = picturesIn(drawing, pictures);
  writer.media.push(...media);
  writer.troubles.push(...troubles);
};

function run(element: XmlElement, writer: Writer, bits: number, beside: Beside): void {
  for (const part of elementsOf(element)) {
    const code = LEFT_BEHIND[part.name];
    if (code) writer.troubles.push({ code });
    else if (DRAWINGS.has(part.name)) draw(part, writer, beside.pictures);
    else if (part.name === 'w:t') write(writer, textWithin(part).normalize('NFC'), bits);
    else if (part.name === 'mc:AlternateContent' || part.name === 'mc:Choice')
      run(part, writer, bits, beside);
    else write(writer, SIGNS[part.name] ?? '', bits);
  }
}

function content(element: XmlElement, writer: Writer, inherited: number, beside: Beside): void {
  const { styles } = beside;
  for (const part of elementsOf(element)) {
    const code = LEFT_BEHIND[part.name];
    if (code) writer.troubles.push({ code });
    else if (part.name === 'w:r')
      run(part, writer, bitsOf(childNamed(part, 'w:rPr'), inherited, styles), beside);
    else if (!SKIPPED.has(part.name)) content(part, writer, inherited, beside);
  }
}

const labelOf = (properties: XmlElement | undefined, styles: Styles, labels: Labels): string => {
  const style = childNamed(properties, 'w:pStyle')?.attributes['w:val'] ?? '';
  const list = childNamed(properties, 'w:numPr') ?? styles.get(style)?.list;
  const listId = childNamed(list, 'w:numId')?.attributes['w:val'];
  if (listId === undefined) return '';
  return labels(listId, Number(childNamed(list, 'w:ilvl')?.attributes['w:val'] ?? 0));
};

type Unnumbered = Omit<ListLine, 'line'>;

/** A paragraph as lines: Word breaks within it without ending it. */
function linesOf(paragraph: XmlElement, beside: Beside): readonly Unnumbered[] {
  const { styles, labels } = beside;
  const properties = childNamed(paragraph, 'w:pPr');
  const named = styles.get(childNamed(properties, 'w:pStyle')?.attributes['w:val'] ?? '')?.bits ?? 0;
  const writer: Writer = { text: '', styles: [], troubles: [], media: [] };
  const label = labelOf(properties, styles, labels);
  if (label) write(writer, `${label} `, bitsOf(childNamed(properties, 'w:rPr'), named, styles));
  content(paragraph, writer, named, beside);
  let start = 0;
  return writer.text.split('\n').map((text, at) => {
    const line = {
      text,
      styles: writer.styles.slice(start, start + text.length),
      ...(at === 0 && writer.troubles.length > 0 && { troubles: writer.troubles }),
      ...(at === 0 && writer.media.length > 0 && { media: writer.media }),
    };
    start += text.length + 1;
    return line;
  });
}

/** All lines of a document in reading order; the cells of a table are lines of their own. */
export function linesIn(body: XmlElement, beside: Beside): readonly Unnumbered[] {
  return elementsOf(body).flatMap((part): readonly Unnumbered[] =>
    part.name === 'w:p' ? linesOf(part, beside) : linesIn(part, beside),
  );
}
