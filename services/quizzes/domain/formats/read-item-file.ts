import { textOf } from '#shared/text/text-of.ts';
import type { ItemFormat } from '../../contract.ts';
import { readAiken } from './aiken/read-aiken.ts';
import { readExcel } from './excel/read-excel.ts';
import { readGift } from './gift/read-gift.ts';
import type { ItemFile, Refused } from './item-file.ts';
import { readListText } from './list/read-list-text.ts';
import { readMoodleXml } from './moodle-xml/read-moodle-xml.ts';
import { readQti } from './qti/read-qti.ts';
import { readWord } from './word/read-word.ts';

type Read = ItemFile | Refused;

const ofText =
  (read: (text: string) => Read) =>
  (bytes: Uint8Array): Read => {
    const text = textOf(bytes);
    return text === undefined ? 'file-unreadable' : read(text);
  };

const READERS: Readonly<Record<ItemFormat, (bytes: Uint8Array) => Read | Promise<Read>>> = {
  gift: ofText(readGift),
  aiken: ofText(readAiken),
  list: ofText(readListText),
  word: readWord,
  excel: readExcel,
  'moodle-xml': ofText(readMoodleXml),
  qti: readQti,
};

/** What a file of questions says. Bad input is refused or reported, and never throws. */
export async function readItemFile(format: ItemFormat, bytes: Uint8Array): Promise<Read> {
  return READERS[format](bytes);
}
