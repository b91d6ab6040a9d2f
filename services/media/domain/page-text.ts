/** A run of characters as the reader of the document hands it out, in the order it is drawn. */
export interface TextRun {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** Characters kept of a page. Dense print has 5,000; more is a page made to fill a table. */
export const MAX_TEXT = 10_000;

/** Control and format characters, private and unassigned ones: what broken fonts make of glyphs. */
const UNPRINTABLE = /(?!\n)\p{C}|\ufffd/gu;

/**
 * The words of a page, a line of print a line, composed (NFC) so that a search finds them. Marks that turn the reading
 * direction are dropped: a stranger's file must not rearrange the page around it.
 */
export function textOfPage(runs: readonly TextRun[]): string {
  const text = runs.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
  const lines = text
    .normalize('NFC')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(UNPRINTABLE, '')
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, ' ').trim());
  // Cut by characters, so that none is halved.
  return [...lines.filter((line) => line !== '').join('\n')].slice(0, MAX_TEXT).join('');
}
