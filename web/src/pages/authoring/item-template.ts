import { type CellStyle, writeXlsx } from 'hucre/xlsx';

/** What is written into the workbook; cells of a row are divided by tabs. */
type Words = {
  readonly sheet: string;
  readonly guideSheet: string;
  readonly headingsSample: string;
  readonly rowsSample: string;
  readonly guide: readonly string[];
};

const HEADING: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E1EDF4' } },
  alignment: { wrapText: true, vertical: 'center' },
};
/** Of the columns, in characters: the question and its explanation take the most room. */
const WIDTHS = [18, 50, 14, 22, 22, 22, 22, 12, 40, 10, 8];

/** The workbook that teachers fill in: a sheet with headings and an example of each kind, and one that explains them. */
export function itemTemplate({
  sheet,
  guideSheet,
  headingsSample,
  rowsSample,
  guide,
}: Words): Promise<Uint8Array> {
  const headings = headingsSample.split('\t');
  const rows = rowsSample.split('\n').map((row) => row.split('\t'));
  return writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: WIDTHS.map((width) => ({ width })),
        rows: [headings, ...rows],
        cells: new Map(headings.map((_, at) => [`0,${at}`, { style: HEADING }])),
        freezePane: { rows: 1 },
      },
      { name: guideSheet, columns: [{ width: 100 }], rows: guide.map((line) => [line]) },
    ],
    defaultFont: { name: 'Times New Roman', size: 12 },
  });
}
