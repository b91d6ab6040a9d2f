import type { ItemFile, Refused } from '../item-file.ts';
import { readList } from './read-list.ts';
import { plainLine } from './styled-line.ts';

/** The list of questions in a plain text, for example pasted from a document; its key is starred or listed. */
export const readListText = (text: string): ItemFile | Refused =>
  readList(
    text
      .normalize('NFC')
      .split(/\r\n|\r|\n/)
      .map((line, at) => ({ ...plainLine(line), line: at + 1 })),
  );
