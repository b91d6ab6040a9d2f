/** How a letter can stand out, as bits. */
export const STYLE = { underlined: 1, highlighted: 2, coloured: 4, bold: 8 } as const;
export type StyleName = keyof typeof STYLE;

/** A line of text; `styles[i]` holds the bits of its letter i, and nothing of a plain text. */
export type StyledLine = { readonly text: string; readonly styles: readonly number[] };

export const plainLine = (text: string): StyledLine => ({ text, styles: [] });

/** Part of a line without the blanks at its ends. */
export function partOf({ text, styles }: StyledLine, start: number, end = text.length): StyledLine {
  const cut = text.slice(start, end);
  const from = start + cut.length - cut.trimStart().length;
  const to = Math.max(from, start + cut.trimEnd().length);
  return { text: text.slice(from, to), styles: styles.slice(from, to) };
}

/** Whether most letters of the lines stand out so. Blanks and punctuation say nothing. */
export function isMostly(lines: readonly StyledLine[], style: StyleName): boolean {
  let letters = 0;
  let styled = 0;
  for (const { text, styles } of lines)
    for (let at = 0; at < text.length; at += 1) {
      if (!/[\p{L}\p{N}]/u.test(text[at] ?? '')) continue;
      letters += 1;
      if ((styles[at] ?? 0) & STYLE[style]) styled += 1;
    }
  return letters > 0 && styled * 2 > letters;
}
