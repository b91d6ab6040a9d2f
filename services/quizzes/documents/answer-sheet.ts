import { AlignmentType, type FileChild, Paragraph, Table, TableRow } from 'docx';
import { LETTERS } from '../domain/printed/not-on-paper.ts';
import type { PrintedExam } from '../domain/printed/printed-exam.ts';
import type { FormItem } from '../domain/printed/read-sheet.ts';
import type { Question } from '../domain/question.ts';
import { dotted } from './exam-paper.ts';
import { centred, columns, heading, middleCell, millimetres, TEXT_WIDTH, wordFile } from './page.ts';
import { paperWords } from './words.ts';

const BOX = millimetres(8);
const NUMBER = millimetres(11);

/** Letters of which one or more are marked; none where something is written. */
const boxesOf = (question: Question): readonly string[] => {
  if (question.kind === 'true-false') return [paperWords.yes, paperWords.no];
  if (question.kind === 'single-choice' || question.kind === 'multiple-choice')
    return LETTERS.slice(0, question.options.length);
  return [];
};

const cell = (text: string, width: number, bold = false) => middleCell({ text, bold }, width, 50);

type Part = { readonly numbers: readonly number[]; readonly boxes: readonly string[] };

/** Questions of one kind. Where they stand differs by code, so each has as many boxes as the widest of them. */
const partsOf = (items: readonly FormItem[]): readonly Part[] => {
  const numbered = items.map(({ question }, at) => ({ no: at + 1, question }));
  return [...Map.groupBy(numbered, ({ question }) => question.kind).values()].map((part) => ({
    numbers: part.map(({ no }) => no),
    boxes: part
      .map(({ question }) => boxesOf(question))
      .reduce((widest, boxes) => (boxes.length > widest.length ? boxes : widest)),
  }));
};

const grid = ({ numbers, boxes }: Part): Table =>
  new Table({
    columnWidths: [NUMBER, ...boxes.map(() => BOX)],
    rows: numbers.map(
      (no) =>
        new TableRow({
          cantSplit: true,
          children: [cell(String(no), NUMBER, true), ...boxes.map((box) => cell(box, BOX))],
        }),
    ),
  });

/** As many columns of questions as fit side by side, filled from the top. */
function boxedPart({ numbers, boxes }: Part): FileChild {
  const side = Math.max(1, Math.floor(TEXT_WIDTH / (NUMBER + boxes.length * BOX + BOX)));
  const deep = Math.max(5, Math.ceil(numbers.length / side));
  const parts = Array.from({ length: Math.ceil(numbers.length / deep) }, (_, at) => at * deep);
  return columns(
    parts.map(() => 1 / side),
    parts.map((start) => [grid({ numbers: numbers.slice(start, start + deep), boxes }), new Paragraph({})]),
  );
}

/** A wide box each for what is written. */
function writtenPart({ numbers }: Part): FileChild {
  const wide = TEXT_WIDTH - NUMBER;
  return new Table({
    columnWidths: [NUMBER, wide],
    rows: numbers.map(
      (no) =>
        new TableRow({
          cantSplit: true,
          height: { value: millimetres(9), rule: 'atLeast' },
          children: [cell(String(no), NUMBER, true), cell('', wide)],
        }),
    ),
  });
}

/** Three boxes for digits after their name. */
const digits = (name: string): FileChild[] => [
  centred({ text: name, bold: true }),
  new Table({
    alignment: AlignmentType.CENTER,
    columnWidths: [BOX, BOX, BOX],
    rows: [new TableRow({ children: [cell('', BOX), cell('', BOX), cell('', BOX)] })],
  }),
  new Paragraph({}),
];

/** The sheet on which candidates answer: one for all codes, whose parts are alike. */
export function answerSheet(exam: PrintedExam, items: readonly FormItem[]): Promise<Uint8Array> {
  const parts = partsOf(items).map((part) => (part.boxes.length > 0 ? boxedPart(part) : writtenPart(part)));
  return wordFile(`${exam.title} - ${paperWords.sheetTitle}`, paperWords.footerPlain, [
    heading(exam),
    centred({ text: paperWords.sheetTitle, bold: true, size: 32 }),
    dotted(1, paperWords.name, paperWords.group),
    columns(
      [0.25, 0.25, 0.3, 0.2],
      [
        digits(paperWords.number.replace(': ', '')),
        digits(paperWords.codeLabel),
        [centred({ text: paperWords.examiner, bold: true })],
        [centred({ text: paperWords.mark, bold: true })],
      ],
    ),
    centred({ text: paperWords.sheetHint, italics: true }),
    // Word takes tables that touch for one.
    ...parts.flatMap((part) => [new Paragraph({}), part]),
  ]);
}
