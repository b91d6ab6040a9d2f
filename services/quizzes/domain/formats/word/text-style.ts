import { childNamed, childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import { STYLE } from '../list/styled-line.ts';

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'none', 'off']);
/** Black and nearly black, and what the theme decides. */
const PLAIN_COLOUR = /^(?:auto|0{6}|[0-3]{6}|000|windowText)$/i;

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !OFF.has(element.attributes['w:val'] ?? 'on');

/** What the properties of a run switch on and off, as bits. */
const switched = (properties: XmlElement | undefined): { on: number; off: number } => {
  const shown = {
    bold: childNamed(properties, 'w:b'),
    underlined: childNamed(properties, 'w:u'),
    highlighted: childNamed(properties, 'w:highlight'),
    coloured: childNamed(properties, 'w:color'),
  };
  let on = 0;
  let off = 0;
  for (const name of ['bold', 'underlined', 'highlighted', 'coloured'] as const) {
    const element = shown[name];
    if (!element) continue;
    const isPlain = name === 'coloured' && PLAIN_COLOUR.test(element.attributes['w:val'] ?? 'auto');
    if (isOn(element) && !isPlain) on |= STYLE[name];
    else off |= STYLE[name];
  }
  return { on, off };
};

export type Styles = ReadonlyMap<string, { readonly bits: number; readonly list?: XmlElement }>;

/** What named styles do to letters, and the list that a paragraph style belongs to; what they inherit is left out. */
export const stylesOf = (root: XmlElement | undefined): Styles =>
  new Map(
    childrenNamed(root, 'w:style').map((style) => {
      const list = childNamed(childNamed(style, 'w:pPr'), 'w:numPr');
      return [
        style.attributes['w:styleId'] ?? '',
        { bits: switched(childNamed(style, 'w:rPr')).on, ...(list && { list }) },
      ];
    }),
  );

/** The bits of a run: what its paragraph's and its own named style say, then its own properties. */
export function bitsOf(properties: XmlElement | undefined, inherited: number, styles: Styles): number {
  const named = styles.get(childNamed(properties, 'w:rStyle')?.attributes['w:val'] ?? '')?.bits ?? 0;
  const { on, off } = switched(properties);
  return ((inherited | named) & ~off) | on;
}
