import { csvOf } from './csv.ts';
import type { Sheet } from './sheet.ts';

export type WrittenTable = { readonly file: Blob; readonly ending: 'xlsx' | 'csv' };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A table as a file: a workbook, whose writer is fetched now, or lines of text when that cannot be had, as after a
 * network that went away.
 */
export async function writeTable(
  sheet: Sheet,
  writer: () => Promise<typeof import('./xlsx.ts')> = () => import('./xlsx.ts'),
): Promise<WrittenTable> {
  try {
    const { xlsxOf } = await writer();
    const bytes = await xlsxOf(sheet);
    return { file: new Blob([new Uint8Array(bytes)], { type: XLSX }), ending: 'xlsx' };
  } catch {
    return { file: new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), ending: 'csv' };
  }
}
