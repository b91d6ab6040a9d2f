import { fileTypeOf } from '#shared/files/file-type.ts';
import { readZip } from './container/zip.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word document without macros (ECMA-376): another zip is none, whatever it is called. */
const isWord = (bytes: Uint8Array): boolean => {
  const parts = readZip(bytes, (name) => name === 'word/document.xml' || /vbaProject/i.test(name));
  return typeof parts !== 'string' && parts.has('word/document.xml') && parts.size === 1;
};

/**
 * What a file is that answers a question, by its bytes: a picture, sound or film, a PDF or a Word document. Undefined for
 * everything else: programs, archives, web pages and drawings that can hold a script have no business in an answer.
 */
export function answerFileType(bytes: Uint8Array): string | undefined {
  const type = fileTypeOf(bytes);
  if (type !== 'application/zip') return type;
  return isWord(bytes) ? WORD : undefined;
}
