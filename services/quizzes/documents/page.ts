import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  type ITableBordersOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { dayOf } from '#shared/time/local-time.ts';
import type { PrintedExam } from '../domain/printed/printed-exam.ts';
import { paperWords } from './words.ts';

/** The library's own helper rounds down: 20 mm would become 19.98. */
export const millimetres = (length: number): number => Math.max(convertMillimetersToTwip(length) + 1, 1);

const PAGE = { width: millimetres(210), height: millimetres(297) };
const MARGIN = { top: 20, bottom: 20, left: 20, right: 15 };
/** Between the margins. Twentieths of a point. */
export const TEXT_WIDTH = millimetres(210 - MARGIN.left - MARGIN.right);

/** Half points. */
const BODY = 24;
const SMALL = 20;

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};
export const THIN_LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

type Run = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
};

export const centred = (...runs: readonly Run[]): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: runs.map((run) => new TextRun(run)) });

/** A cell of a table with one short text in its middle. `space`: above and below it, in twentieths of a point. */
export const middleCell = (run: Run, width: number, space = 0): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        ...(space && { spacing: { before: space, after: space } }),
        children: [new TextRun(run)],
      }),
    ],
  });

/** A row of cells without lines, in shares of the text's width. */
export const columns = (
  shares: readonly number[],
  cells: readonly (readonly FileChild[])[],
  borders: ITableBordersOptions = NO_LINES,
): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.floor(TEXT_WIDTH * share)),
    borders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, at) =>
            new TableCell({
              width: { size: Math.floor(TEXT_WIDTH * (shares[at] ?? 0)), type: WidthType.DXA },
              verticalAlign: VerticalAlign.TOP,
              children: children as (Paragraph | Table)[],
            }),
        ),
      }),
    ],
  });

const written = (day: string): string => day.split('-').toReversed().join('/');

/** Who holds the exam on the left, which one on the right. */
export const heading = (
  { title, subject, heldAt, durationMinutes }: PrintedExam,
  below: readonly Paragraph[] = [],
): Table =>
  columns(
    [0.5, 0.5],
    [
      [
        ...paperWords.centre.map((text) => centred({ text, bold: true, size: 22 })),
        centred({ text: paperWords.movement }),
        ...below,
      ],
      [
        centred({ text: title.toLocaleUpperCase('vi'), bold: true }),
        centred({ text: paperWords.subject(subject), bold: true }),
        centred({ text: paperWords.heldOn(written(dayOf(heldAt))) }),
        centred({ text: paperWords.duration(durationMinutes), italics: true }),
      ],
    ],
  );

const footer = ([before, between, after]: readonly string[]) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            size: SMALL,
            children: [before ?? '', PageNumber.CURRENT, between ?? '', PageNumber.TOTAL_PAGES, after ?? ''],
          }),
        ],
      }),
    ],
  });

/** A Word file of A4 pages in Times New Roman, as papers are printed at schools. */
export async function wordFile(
  title: string,
  footerWords: readonly string[],
  children: readonly FileChild[],
): Promise<Uint8Array> {
  const file = new Document({
    title,
    creator: paperWords.centre.join(' '),
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: BODY, language: { value: paperWords.language } },
          paragraph: { spacing: { after: 40 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: PAGE,
            margin: {
              top: millimetres(MARGIN.top),
              bottom: millimetres(MARGIN.bottom),
              left: millimetres(MARGIN.left),
              right: millimetres(MARGIN.right),
            },
          },
        },
        footers: { default: footer(footerWords) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
