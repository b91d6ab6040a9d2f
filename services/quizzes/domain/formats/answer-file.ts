import { readZip } from './container/zip.ts';
import { mediaTypeOf } from './embedded-file.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Photos of phones that are set to save room (ISO 23008-12); they begin like films. */
const HEIC = /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/;

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
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (HEIC.test(head)) return 'image/heic';
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (head.startsWith('PK\u0003\u0004')) return isWord(bytes) ? WORD : undefined;
  return mediaTypeOf(bytes);
}
