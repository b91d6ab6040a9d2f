import { fold } from '#shared/text/vietnamese.ts';
import type { Media } from '../../question.ts';
import { partOf, type StyledLine } from './styled-line.ts';

/** "Câu 12.", "Câu hỏi 3:", "Bài 4", "Question 5)". */
const NAMED = /^\s*(?:câu(?:\s+hỏi)?|bài|question)\s*(?<number>\d{1,4})\s*[.:)/-]?/iu;
/** "12.", "12)", "12/" before a text; not "12.5". */
const BARE = /^\s*(?<number>\d{1,4})\s*(?:[.)/](?!\d)|:)/u;
/** "A.", "b)", "*C:"; the star says that it is right. */
const OPTION = /^\s*(?<star>\*?)\s*(?<letter>[A-Ha-h])\s*(?:[.)/](?!\d)|:)/u;
/** A further option on the same line, behind a blank. */
const INLINE = /(?<=\s)\*?[A-H]\s*[.):/](?!\d)/gu;

export type Label = { readonly number: number; readonly end: number };
export const namedLabel = ({ text }: StyledLine): Label | undefined => labelIn(NAMED, text);
export const bareLabel = ({ text }: StyledLine): Label | undefined => labelIn(BARE, text);
const labelIn = (pattern: RegExp, text: string): Label | undefined => {
  const found = pattern.exec(text);
  return found ? { number: Number(found.groups?.number), end: found[0].length } : undefined;
};

/** An option with its label, which can stand out by itself. */
export type ListedOption = {
  readonly letter: string;
  readonly starred: boolean;
  readonly label: StyledLine;
  readonly text: readonly StyledLine[];
  readonly media?: readonly Media[];
};

const optionIn = (line: StyledLine): ListedOption | undefined => {
  const found = OPTION.exec(line.text);
  if (!found) return undefined;
  const end = found[0].length;
  const { letter = '', star = '' } = found.groups ?? {};
  return {
    letter: letter.toUpperCase(),
    starred: star !== '',
    label: partOf(line, 0, end),
    text: [partOf(line, end)],
  };
};

const letterAt = (line: StyledLine, place: number): string =>
  line.text.slice(place).replace(/^\*/, '').charAt(0);

/** Where the options of a line begin whose letters follow each other, from `first` on. */
const startsOf = (line: StyledLine, first: string): number[] => {
  const starts: number[] = [];
  let wanted = first.charCodeAt(0);
  for (const { index } of line.text.matchAll(INLINE)) {
    if (letterAt(line, index).charCodeAt(0) !== wanted) continue;
    starts.push(index);
    wanted += 1;
  }
  return starts;
};

const cut = (line: StyledLine, starts: readonly number[]): StyledLine[] =>
  starts.map((start, at) => partOf(line, start, starts[at + 1] ?? line.text.length));

/** The options of a line that begins with one; undefined when it does not. */
export function optionsOf(line: StyledLine): readonly ListedOption[] | undefined {
  const first = optionIn(line);
  if (!first) return undefined;
  const next = String.fromCharCode(first.letter.charCodeAt(0) + 1);
  return cut(line, [0, ...startsOf(line, next)]).flatMap((part) => optionIn(part) ?? []);
}

/** A stem whose options stand behind it on the same line: at least A and B. */
export function stemWithOptions(line: StyledLine): { stem: StyledLine; options: readonly ListedOption[] } {
  const starts = startsOf(line, 'A');
  const [first] = starts;
  if (first === undefined || starts.length < 2) return { stem: line, options: [] };
  return { stem: partOf(line, 0, first), options: cut(line, starts).flatMap((part) => optionIn(part) ?? []) };
}

/** Lines that say something about the question above them, by their folded beginning. */
const ABOUT = {
  key: /^(?:dap an(?: dung)?|da|answer|tra loi|chon)\s*(?::|dung la)\s*/,
  explanation: /^(?:loi giai|giai thich|huong dan(?: giai| chi tiet)?|explanation)\s*(?:chi tiet\s*)?:\s*/,
  competence: /^(?:nang luc|competence)\s*:\s*/,
} as const;
export type AboutLine = { readonly part: keyof typeof ABOUT; readonly text: string };

/** What a line says about the question above it. Folding leaves the length of composed text as it is. */
export function aboutLine(text: string): AboutLine | undefined {
  const line = text.trim().replace(/\s+/g, ' ');
  const plain = fold(line);
  for (const part of ['key', 'explanation', 'competence'] as const) {
    const found = ABOUT[part].exec(plain);
    if (found) return { part, text: line.slice(found[0].length).trim() };
  }
  return undefined;
}

/** "Bảng đáp án", "ĐÁP ÁN": from here on the keys of all questions are listed. */
export const isKeyHeading = (text: string): boolean =>
  /^(?:bang dap an\b.*|dap an(?: trac nghiem| tham khao)?:?|answer key:?)$/.test(fold(text)) &&
  !/:\s*\S/.test(text);
/** "---HẾT---" */
export const isEnd = (text: string): boolean =>
  /^[\s\-–—_.*/]*(?:het|the end)[\s\-–—_.*/]*$/.test(fold(text));
/** "PHẦN II. ...", "III. Tự luận": what follows is no part of the question above. */
export const isSection = (text: string): boolean =>
  /^\s*(?:(?:phần|part|chương|nhóm|bài học)\s+(?:\d+|[IVX]+)(?!\p{L})|[IVX]{1,4}\s*[.:)–-]\s)/iu.test(text);
