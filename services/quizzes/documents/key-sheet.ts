import { type FileChild, Paragraph, Table, TableRow } from 'docx';
import type { KeyColumn } from '../domain/printed/key-table.ts';
import type { PrintedExam } from '../domain/printed/printed-exam.ts';
import { centred, heading, middleCell, TEXT_WIDTH, wordFile } from './page.ts';
import { paperWords } from './words.ts';

/** Codes side by side; more of them begin a further table. */
const SIDE = 8;

const cell = (text: string, width: number, bold = false) => middleCell({ text: text || '–', bold }, width);

/** Questions down, codes across; the heading row repeats on every page. */
function keyTable(key: readonly KeyColumn[]): Table {
  const width = Math.floor(TEXT_WIDTH / (key.length + 1));
  const questions = key[0]?.cells.length ?? 0;
  return new Table({
    columnWidths: Array.from({ length: key.length + 1 }, () => width),
    rows: [
      new TableRow({
        tableHeader: true,
        children: [
          cell(`${paperWords.sheetNo} \\ ${paperWords.codeLabel}`, width, true),
          ...key.map(({ code }) => cell(code, width, true)),
        ],
      }),
      ...Array.from(
        { length: questions },
        (_, at) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(String(at + 1), width, true),
              ...key.map(({ cells }) => cell(cells[at] ?? '', width)),
            ],
          }),
      ),
    ],
  });
}

/** What earns everything at each number of each code, for those who mark by hand. */
export function keySheet(exam: PrintedExam, key: readonly KeyColumn[]): Promise<Uint8Array> {
  const tables = Array.from({ length: Math.ceil(key.length / SIDE) }, (_, at): FileChild[] => [
    keyTable(key.slice(at * SIDE, (at + 1) * SIDE)),
    new Paragraph({}),
  ]);
  return wordFile(`${exam.title} - ${paperWords.keyTitle}`, paperWords.footerPlain, [
    heading(exam),
    centred({ text: paperWords.keyTitle, bold: true, size: 32 }),
    centred({ text: paperWords.keyWarning, italics: true }),
    ...tables.flat(),
  ]);
}
