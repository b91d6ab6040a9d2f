/** `::: What to try` begins a practice, `:::` ends it. */
export const OPENING = /^\s{0,3}:::+\s*([^:\s].*)$/;
const CLOSING = /^\s{0,3}:::+\s*$/;
/** `( )` and `(x)` are answers to tap, `[ ]` things to do; a list's dash before them is welcome. */
const OPTION = /^\s{0,3}(?:[-*+]\s+)?(?:\(\s*([xX]?)\s*\)|\[\s*([xX]?)\s*\])\s+(\S.*)$/;
const ROUND = /^\s{0,3}(?:[-*+]\s+)?\(/;
const HEADING = /^#{1,6}\s/;

/** A practice as text, before its parts are read as Markdown. */
export type SplitPractice = {
  /** `plain`: the author gave nothing to tap or tick. */
  readonly form: 'choice' | 'checklist' | 'plain';
  readonly title: string;
  readonly before: string;
  readonly options: readonly { readonly text: string; readonly isRight: boolean }[];
  readonly after: string;
  /** The line that the lesson goes on with. */
  readonly next: number;
};

/** A forgotten end costs little: the next practice and the next heading end one, too. */
const endOf = (lines: readonly string[], from: number): { end: number; next: number } => {
  const end = lines.findIndex(
    (line, at) => at >= from && [CLOSING, OPENING, HEADING].some((rule) => rule.test(line)),
  );
  if (end === -1) return { end: lines.length, next: lines.length };
  return { end, next: CLOSING.test(lines[end] ?? '') ? end + 1 : end };
};

/** Options are one line each; a line between two of them goes with the one above, so that no word is lost. */
const optionsOf = (lines: readonly string[]): SplitPractice['options'] => {
  const options: { text: string; isRight: boolean }[] = [];
  for (const line of lines) {
    const found = OPTION.exec(line);
    const last = options.at(-1);
    if (found) options.push({ text: found[3] ?? '', isRight: Boolean(found[1] || found[2]) });
    else if (last) last.text = `${last.text} ${line.trim()}`.trimEnd();
  }
  return options;
};

/** Splits the practice that begins at line `at` into what is asked, what there is to tap or tick, and the reason. */
export const splitPractice = (lines: readonly string[], at: number): SplitPractice => {
  const { end, next } = endOf(lines, at + 1);
  const inner = lines.slice(at + 1, end);
  const title = OPENING.exec(lines[at] ?? '')?.[1]?.trim() ?? '';
  const first = inner.findIndex((line) => OPTION.test(line));
  if (first === -1) return { form: 'plain', title, before: inner.join('\n'), options: [], after: '', next };
  const last = inner.findLastIndex((line) => OPTION.test(line));
  return {
    form: ROUND.test(inner[first] ?? '') ? 'choice' : 'checklist',
    title,
    before: inner.slice(0, first).join('\n'),
    options: optionsOf(inner.slice(first, last + 1)),
    after: inner.slice(last + 1).join('\n'),
    next,
  };
};
