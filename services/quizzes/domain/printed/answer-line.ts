/** What stands for a question without an answer, or with one that is crossed out or given twice. */
const BLANKS: ReadonlySet<string> = new Set(['-', '*']);
/** An answer of several signs in brackets, or one sign. */
const CELL = /\(([^()]*)\)|(\S)/gu;

/** A cell as it is kept: empty for a question that was left out. */
export const cellOf = (typed: string): string => {
  const cell = typed.normalize('NFC').trim();
  return BLANKS.has(cell) ? '' : cell;
};

/**
 * The answers of one sheet in the order of its questions, from a line as it is typed: a letter each, `-` for none, and
 * in brackets what has several signs, as in `ABD-(AC)Đ(12,5)`.
 */
export const cellsOf = (line: string): readonly string[] =>
  [...line.normalize('NFC').matchAll(CELL)].map(([, several, one]) =>
    several === undefined ? cellOf(one ?? '') : several.trim(),
  );

/** The line that `cellsOf` reads back. Brackets inside an answer are left out: the line needs them for itself. */
export const lineOf = (cells: readonly string[]): string =>
  cells
    .map((cell) => {
      if (cell === '') return '-';
      const isPlain = [...cell].length === 1 && !BLANKS.has(cell) && !/[()]/.test(cell);
      return isPlain ? cell : `(${cell.replace(/[()]/g, ' ').trim()})`;
    })
    .join('');
