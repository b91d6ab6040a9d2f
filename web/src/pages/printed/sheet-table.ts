import { textOf } from '#shared/text/text-of.ts';

/** Two hundred sheets of sixty answers are far below. Characters. */
const MAX_TABLE = 400_000;
/** No letter takes more in UTF-8, and none in UTF-16. Bytes. */
const MAX_LETTER = 4;

/** A table of answer sheets, or why a file is none. */
export type SheetTable =
  | { readonly csv: string }
  | { readonly fault: 'too-large' | 'not-unicode' | 'unreadable' };

/**
 * The text of a table as Excel, Notepad and scanners save it: UTF-8, or the UTF-16 that Excel calls "Unicode text".
 * Other encodings would turn the Đ of true-false answers into something else, so they are refused. Never throws: a file
 * of a stick that was taken out, or of a cloud folder that is not on the device, is `unreadable`, as is one
 * without anything in it.
 */
export async function readSheetTable(file: Pick<Blob, 'size' | 'arrayBuffer'>): Promise<SheetTable> {
  if (file.size > MAX_TABLE * MAX_LETTER) return { fault: 'too-large' };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { fault: 'unreadable' };
  const csv = textOf(new Uint8Array(bytes));
  if (csv === undefined) return { fault: 'not-unicode' };
  if (csv.length > MAX_TABLE) return { fault: 'too-large' };
  return csv.trim() === '' ? { fault: 'unreadable' } : { csv };
}
