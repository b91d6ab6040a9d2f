import {
  AlignmentType,
  type FileChild,
  LeaderType,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { mediaOf } from '../domain/item-media.ts';
import { presentAgain } from '../domain/item-types.ts';
import type { PrintedExam } from '../domain/printed/printed-exam.ts';
import type { FormItem } from '../domain/printed/read-sheet.ts';
import type { Media } from '../domain/question.ts';
import { centred, columns, heading, TEXT_WIDTH, THIN_LINE, wordFile } from './page.ts';
import { type Pictures, questionBlocks } from './question-blocks.ts';
import { withPictures } from './stored-pictures.ts';
import { paperWords, ROMAN } from './words.ts';

/** Left free after dots, so that they end before the cell does. Twentieths of a point. */
const GAP = 360;
/** Shares of the text's width. */
const CANDIDATE = [0.74, 0.26] as const;

/** A line of a share of the text's width to be filled in by hand: its words, then dots. */
export const dotted = (share: number, ...parts: readonly string[]): Paragraph => {
  const width = (TEXT_WIDTH * share) / parts.length;
  return new Paragraph({
    spacing: { before: 120, after: 60 },
    tabStops: parts.map((_, at) => ({
      type: TabStopType.LEFT,
      position: Math.floor(width * (at + 1)) - GAP,
      leader: LeaderType.DOT,
    })),
    children: parts.map((part) => new TextRun({ children: [part, new Tab()] })),
  });
};

const pageCount = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [
    new TextRun({
      italics: true,
      children: [paperWords.pages[0], PageNumber.TOTAL_PAGES, paperWords.pages[1]],
    }),
  ],
});

const LINE_AROUND = { top: THIN_LINE, bottom: THIN_LINE, left: THIN_LINE, right: THIN_LINE };

/** Who writes on the left, the code in a frame on the right. */
const candidateBox = (code: string): FileChild =>
  columns(CANDIDATE, [
    [dotted(CANDIDATE[0], paperWords.name), dotted(CANDIDATE[0], paperWords.number)],
    [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: LINE_AROUND,
        children: [new TextRun({ text: paperWords.code(code), bold: true, size: 28 })],
      }),
    ],
  ]);

/** Questions with a heading before each part, where there is more than one. */
function body(items: readonly FormItem[], pictures: Pictures): FileChild[] {
  const kinds = [...new Set(items.map(({ question }) => question.kind))];
  return items.flatMap((item, at) => {
    const { kind } = item.question;
    const isFirst = kind !== items[at - 1]?.question.kind;
    const hint = paperWords.parts[kind] ?? '';
    const part = new Paragraph({
      keepNext: true,
      spacing: { before: 120, after: 60 },
      children: [
        ...(kinds.length > 1
          ? [new TextRun({ text: paperWords.part(ROMAN[kinds.indexOf(kind)] ?? ''), bold: true })]
          : []),
        new TextRun({ text: hint, italics: true }),
      ],
    });
    return [...(isFirst ? [part] : []), ...questionBlocks(presentAgain(item, item.itemId), at + 1, pictures)];
  });
}

/** Every picture that a paper shows. */
export const picturesOf = (items: readonly FormItem[]): readonly Media[] =>
  items.flatMap(({ question }) => mediaOf(question));

/** The paper of one code, as it is copied and handed out. Nothing of the key is in it. */
export async function examPaper(
  exam: PrintedExam,
  { code, items }: { readonly code: string; readonly items: readonly FormItem[] },
  pictures: Pictures,
): Promise<Uint8Array> {
  const word = await wordFile(`${exam.title} - ${paperWords.code(code)}`, paperWords.footer(code), [
    heading(exam, [pageCount]),
    // Word takes tables that touch for one.
    new Paragraph({}),
    candidateBox(code),
    ...body(items, pictures),
    centred({ text: `---------- ${paperWords.end} ----------`, bold: true }),
  ]);
  return withPictures(word, pictures);
}
